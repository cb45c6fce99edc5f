/** What the machine lacks, with the command that installs it. */
@NullMarked
package io.flavortrend.stack.doctor;

import org.jspecify.annotations.NullMarked;
