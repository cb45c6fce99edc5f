package io.flavortrend.features.fold;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Whole numbers in as few bytes as they need: seven bits a byte, small negative ones too. */
public final class CompactNumbers {
  private CompactNumbers() {}

  /** Writes a number in one to ten bytes. */
  public static void write(DataOutput out, long number) throws IOException {
    long rest = (number << 1) ^ (number >> 63);
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  /**
   * Reads a number that {@link #write} wrote.
   *
   * @throws IOException when the input ends
   */
  public static long read(DataInput in) throws IOException {
    long rest = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = in.readByte();
      rest |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        break;
      }
    }
    return (rest >>> 1) ^ -(rest & 1);
  }
}
