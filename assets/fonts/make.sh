#!/usr/bin/env bash
# Cuts the fonts of the window out of their sources and lays them beside this script.
# Needs: fonts-inter, fonts-jetbrains-mono (Debian), npm, Python 3. Set PYTHON to a Python that has
# fonttools; otherwise a throw-away environment is made.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The same input gives the same bytes.
export SOURCE_DATE_EPOCH=1763856000
phosphor_version=2.1.2
inter=${INTER:-/usr/share/fonts/opentype/inter}
mono=${MONO:-/usr/share/fonts/truetype/jetbrains-mono}

python=${PYTHON:-}
if [ -z "$python" ]; then
    python3 -m venv "$work/env"
    "$work/env/bin/pip" -q install 'fonttools==4.68.0'
    python=$work/env/bin/python
fi
(cd "$work" && npm pack --silent "@phosphor-icons/web@$phosphor_version" >/dev/null && tar xzf ./*.tgz)
phosphor=$work/package

# Latin, Greek, Cyrillic, combining marks, punctuation, currency, letterlike, arrows, operators.
text=U+0020-007E,U+00A0-024F,U+02B0-02FF,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF
text=$text,U+2000-206F,U+20A0-20BF,U+2100-214F,U+2190-21FF,U+2212,U+2248,U+2260,U+2264,U+2265,U+25A0-25FF,U+2713,U+2717,U+FFFD
icons=$(sed -n 's/^    [A-Za-z]* = 0x\([0-9a-f]*\),/U+\1/p' "$here/../../src/ui/icons.rs" | paste -sd,)

# Ligatures and contextual forms go: "-->" in a file name must stay three characters.
subset() { # SOURCE TARGET UNICODES FEATURES
    "$python" -m fontTools.subset "$1" --output-file="$2" --unicodes="$3" --layout-features="$4" \
        --no-hinting --desubroutinize --name-IDs=0,1,2,3,4,5,6,13,14 --notdef-outline
}
# Digits of one width, so that dates and numbers stand in columns.
for face in Regular SemiBold; do
    "$python" - "$inter/Inter-$face.otf" "$work/Inter-$face-digits.otf" <<'PY'
import sys
from fontTools.ttLib import TTFont

font = TTFont(sys.argv[1])
gsub = font["GSUB"].table
lookups = {i for f in gsub.FeatureList.FeatureRecord if f.FeatureTag == "tnum" for i in f.Feature.LookupListIndex}
tabular = {}
for index in lookups:
    for subtable in gsub.LookupList.Lookup[index].SubTable:
        tabular.update(getattr(subtable, "ExtSubTable", subtable).mapping)
for table in font["cmap"].tables:
    for digit in range(0x30, 0x3A):
        if digit in table.cmap:
            # Two tables may share one map, which is then already changed.
            table.cmap[digit] = tabular.get(table.cmap[digit], table.cmap[digit])
font.save(sys.argv[2])
PY
done
subset "$work/Inter-Regular-digits.otf" "$work/Inter-Regular.otf" "$text" kern,mark,mkmk,ccmp,locl
subset "$work/Inter-SemiBold-digits.otf" "$work/Inter-SemiBold.otf" "$text" kern,mark,mkmk,ccmp,locl
subset "$mono/JetBrainsMono-Regular.ttf" "$here/JetBrainsMono-Regular.ttf" "$text" mark,mkmk,ccmp,locl
subset "$phosphor/src/regular/Phosphor.ttf" "$here/Phosphor.ttf" "$icons" ''
subset "$phosphor/src/fill/Phosphor-Fill.ttf" "$here/Phosphor-Fill.ttf" "$icons" ''

# Quadratic outlines: the same shapes in the same format as the others.
for face in Inter-Regular Inter-SemiBold; do
    "$python" - "$work/$face.otf" "$here/$face.ttf" <<'PY'
import sys
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

font = TTFont(sys.argv[1])
order, glyph_set, glyphs = font.getGlyphOrder(), font.getGlyphSet(), {}
for name in order:
    pen = TTGlyphPen(glyph_set)
    glyph_set[name].draw(Cu2QuPen(pen, max_err=2.0, reverse_direction=True))
    glyphs[name] = pen.glyph()
font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
font["glyf"].glyphOrder, font["glyf"].glyphs = order, glyphs
del font["CFF "]
if "VORG" in font:
    del font["VORG"]
font["glyf"].compile(font)
maxp = font["maxp"]
maxp.tableVersion, maxp.maxZones = 0x00010000, 1
for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
              "maxStackElements", "maxSizeOfInstructions"):
    setattr(maxp, field, 0)
maxp.maxComponentElements = max((len(g.components) for g in glyphs.values() if hasattr(g, "components")), default=0)
font["post"].formatType = 3.0
font.sfntVersion = "\000\001\000\000"
font.save(sys.argv[2])
PY
done
cp "$phosphor/LICENSE" "$here/LICENSE-Phosphor.txt"
ls -l "$here"
