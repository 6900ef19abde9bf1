#!/usr/bin/env bash
# record.sh [HOTLINE]: makes the recordings of a hotline from HOTLINE/prompts/prompts.tsv, 16-bit mono at 8 kHz.
# A recording that exists is kept (yours, or a studio's): delete it, or set REDO=1, to make it anew.
# Needs espeak-ng, sox, and a JDK for the music on hold.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
hotline=${1:-$here/../hotlines/10060}
rate=${RATE:-8000}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
for tool in espeak-ng sox; do
  command -v $tool >/dev/null || { echo "record.sh: $tool is not installed (apt-get install espeak-ng sox)" >&2; exit 1; }
done
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# Active speech at -16 dBFS: even out, measure, raise with a limiter, and leave 1 dB to full scale.
# No dither (-D) and no randomness: the same list makes the same bytes.
level() {
  local in=$1 out=$2 rms gain
  sox -D "$in" -r "$rate" -b 16 -c 1 "$work/trim.wav" gain -4 highpass 120 \
    silence 1 0.005 0.5% reverse silence 1 0.005 0.5% reverse \
    compand 0.003,0.08 6:-60,-40,-30,-22,-15,-15,0,-10 -4 -60 0.02 pad 0.03 0.05
  rms=$(sox "$work/trim.wav" -n stat 2>&1 | awk '/^RMS.*amplitude/ {print 20*log($3)/log(10)}')
  gain=$(awk -v r="$rms" 'BEGIN {print -14 - r}')
  sox -D "$work/trim.wav" -b 16 "$out" gain -l "$gain" gain -1 fade t 0.005 -0 0.02
}

# The voice `cmn` reads what it looks up as English letters; this one knows that they are pinyin.
voice() { # Han characters are for the Mandarin voice, wherever they stand
  if LC_ALL=C grep -q '[^ -~]' <<<"$1"; then echo "cmn-latn-pinyin -s 165"; else echo "en-gb -s 155"; fi
}

reading() {
  local text=$1 from to
  while IFS=$'\t' read -r from to; do
    [[ $from == \#* ]] || text=${text//"$from"/"$to"}
  done < "$here/readings.tsv"
  printf '%s' "$text"
}

made=0
while IFS=$'\t' read -r language name text; do
  [[ -z $language || $language == \#* ]] && continue
  file=$hotline/prompts/$language/$name.wav
  [[ -e $file && -z ${REDO:-} ]] && continue
  mkdir -p "$(dirname "$file")"
  case $text in
    '[silence]') sox -D -n -r "$rate" -b 16 -c 1 "$file" trim 0 0.25 ;;
    '[ringback]') sox -D -n -r "$rate" -b 16 -c 1 "$file" synth 1 sine 450 gain -16 fade t 0.01 -0 0.01 pad 0 4 ;;
    '[music]') "$java" "$here/HoldMusic.java" "$file" "$rate" ;;
    *) # shellcheck disable=SC2046
       espeak-ng -v $(voice "$text") -w "$work/say.wav" -- "$(reading "$text")"
       level "$work/say.wav" "$file" ;;
  esac
  made=$((made + 1))
done < "$hotline/prompts/prompts.tsv"
echo "$made made, $(find "$hotline/prompts" -name '*.wav' | wc -l) recordings, $(du -sh "$hotline/prompts" | cut -f1)"
