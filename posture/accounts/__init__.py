"""Who signs in: the user, sign-up and sign-in, the account page, and the gate before the admin."""
