/** Measuring ears: WAV files in and out, tones, and how loud a frequency is. */
@NullMarked
package org.rexian.harness.audio;

import org.jspecify.annotations.NullMarked;
