/** Saying values with recorded pieces, by grammars that are data. Start at {@link org.rexian.ivr.say.SayGrammar}. */
@NullMarked
package org.rexian.ivr.say;

import org.jspecify.annotations.NullMarked;
