#!/usr/bin/env bash
# The charset converters of ICU, a sixth of its data, as assembly that takes the place of libicudata:
#   pack_converters.sh LIBICUDATA.A OUT.S
# ICU finds its data by a symbol that bears its version (icudt72_dat); the archive's one object defines nothing else.
set -euo pipefail
archive=$(realpath "$1")
out=$(realpath -m "$2")
parts=$out.parts
rm -rf "$parts"
mkdir -p "$parts/all" "$parts/converters"
cd "$parts"

ar x "$archive"
object=$(echo ./*_dat.o)
package=$(basename "${object%_dat.o}").dat
symbol=$(nm --defined-only --format=posix "$object" | cut -d' ' -f1)
objcopy -O binary -j .rodata "$object" "all/$package"
PATH=$PATH:/usr/sbin
icupkg -l "all/$package" | grep -v -e '\.cnv$' -e '^cnvalias\.icu$' > other_items.txt
icupkg -r other_items.txt "all/$package" "converters/$package"
cat > "$out" <<EOF
.section .rodata
.balign 16
.global $symbol
$symbol:
.incbin "$parts/converters/$package"
.section .note.GNU-stack,"",%progbits
EOF
