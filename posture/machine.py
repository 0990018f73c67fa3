"""What this machine allows, with nothing but Python; every refusal is a sentence with a remedy."""

import errno
import os
import re
import shlex
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

AGAIN = "then run the same command again."


class SetupError(Exception):
    """What stands in the way, in one sentence that says what to do."""


@contextmanager
def explained(place: Path) -> Iterator[None]:
    """Turn what the file system refuses at the place or deeper into a sentence."""
    try:
        yield
    except OSError as problem:
        raise SetupError(remedy(problem, place)) from problem


def remedy(problem: OSError, place: Path) -> str:
    if problem.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"The disk is full: free some space, {AGAIN}"
    if problem.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        where = problem.filename or place
        return f"{where} cannot be written: copy Plumb to a folder of your own, {AGAIN}"
    return f"{problem.filename or place}: {problem.strerror}; mend that, {AGAIN}"


# Where to serve


def require_free(host: str, port: int) -> str:
    """The number of an address where something can be served; refuses any other."""
    elsewhere = f"{host} is not an address of this machine: choose another with --host."
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (socket.gaierror, UnicodeError):
        raise SetupError(elsewhere) from None
    with socket.socket(family, kind) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as problem:
            raise SetupError(refusals(host, port).get(problem.errno or 0, elsewhere)) from None
    return str(address[0])


def refusals(host: str, port: int) -> dict[int, str]:
    return {
        errno.EADDRINUSE: f"Port {port} is taken, perhaps by Plumb itself: open "
        f"{web_address(names_of(host)[0], port)}, or choose another port, such as "
        f"--port {port % 65535 + 1}.",
        errno.EACCES: f"Port {port} is kept for the system: choose one above 1023 with --port.",
    }


def web_address(name: str, port: int) -> str:
    return f"http://{bracketed(name)}:{port}/"


def bracketed(name: str) -> str:
    """A host as addresses and headers spell it: IPv6 numbers stand in brackets."""
    return f"[{name}]" if ":" in name else name


def names_of(host: str) -> list[str]:
    """What people type to reach this host; "all addresses" stands for those a phone can use."""
    if host not in EVERYWHERE:
        return [host]
    names = ["localhost", socket.gethostname().lower()]
    return [*filter(None, [own_number()]), *names, f"{names[1].partition('.')[0]}.local"]


EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104 (what the person may ask for)


def own_number() -> str:
    """The number other machines of the network know this one by; no packet is sent for it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address that documentation keeps unused
        except OSError:
            return ""
        return str(probe.getsockname()[0])


# What to install


def apt_install(*packages: str) -> None:
    """Install Debian packages in plain sight; only root on a Debian may, others are told how."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        line = shlex.join(["sudo", "apt-get", "install", *packages])
        raise SetupError(f"{' and '.join(packages)} is missing: run {line} (Debian), {AGAIN}")
    wanted = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    for command in (["apt-get", "update"], wanted):
        print(f"+ {shlex.join(command)}", flush=True)
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        if subprocess.run(command, env=environment, check=False).returncode:
            raise SetupError(f"{shlex.join(command)} failed: mend what it says above, {AGAIN}")


def attempt(*command: str) -> None:
    """Run one step of an installation in silence; its failure becomes a sentence."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        raise SetupError(cause(command, done.stdout.decode(errors="replace").strip()))


# What installers say when they fail, and what to do about it
CAUSES = {
    r"No space left|Disk quota": "The disk is full: free some space",
    r"Permission denied|Read-only file": "Plumb's folder cannot be written: copy it to your own",
    r"(?i)not match the hashes|hash mismatch": "A package is not the one that was locked, "
    "and nothing was installed: check the package index this machine uses",
    r"(?i)connect|resol|network|timed out|dns error|unreachable|fetch|proxy|ssl": "The package "
    "index cannot be reached: check the network connection",
    r"No matching distribution|usable wheel": "A locked package does not exist for this Python "
    "on this machine: use Python 3.11, 3.12 or 3.13",
}


def cause(command: tuple[str, ...], said: str) -> str:
    for pattern, sentence in CAUSES.items():
        if re.search(pattern, said):
            return f"{sentence}, {AGAIN}"
    last = said.splitlines()[-1] if said else "no reason given"
    return f"{shlex.join(command)} failed ({last}): mend that, {AGAIN}"
