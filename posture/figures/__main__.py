"""Write the figures' stylesheet: `python -m posture.figures > static/css/figures.css`."""

import sys

from posture.figures.styles import stylesheet

sys.stdout.write(stylesheet())
