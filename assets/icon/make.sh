#!/usr/bin/env bash
# Draws the program's icon from the shield of the icon font: PNG for packages, raw RGBA for the
# window, which then decodes nothing at start. Needs Python 3 with Pillow (set PYTHON to choose it).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
"${PYTHON:-python3}" - "$here" "$here/../fonts/Phosphor.ttf" <<'PY'
import sys
from PIL import Image, ImageDraw, ImageFont

target, font_file = sys.argv[1:]
SHIELD_CHECK = "\ue40c"
FILL = (0x2A, 0x5B, 0xD7, 255)


def draw(side):
    big = side * 4
    image = Image.new("RGBA", (big, big), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    margin = big // 24
    pen.rounded_rectangle((margin, margin, big - margin - 1, big - margin - 1), big // 5, FILL)
    font = ImageFont.truetype(font_file, int(big * 0.74))
    pen.text((big / 2, big / 2), SHIELD_CHECK, (255, 255, 255, 255), font, anchor="mm")
    return image.resize((side, side), Image.LANCZOS)


draw(256).save(f"{target}/certwright.png", optimize=True)
draw(256).save(f"{target}/certwright.ico", sizes=[(n, n) for n in (16, 24, 32, 48, 64, 256)])
with open(f"{target}/certwright-64.rgba", "wb") as out:
    out.write(draw(64).tobytes())
PY
