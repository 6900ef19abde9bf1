/** WAV files: read into 8 kHz audio for prompts, written as stereo recordings. Off the media loops. */
@NullMarked
package org.rexian.media.wav;

import org.jspecify.annotations.NullMarked;
