package io.flavortrend.stack.doctor;

/**
 * What the doctor found.
 *
 * @param ok true where nothing has to be done
 * @param needed true where the platform does not run without it
 * @param what one line on what was found
 * @param remedy what to do; empty where {@code ok}
 */
public record Finding(boolean ok, boolean needed, String what, String remedy) {
  static Finding fine(String what) {
    return new Finding(true, true, what, "");
  }

  static Finding broken(String what, String remedy) {
    return new Finding(false, true, what, remedy);
  }

  static Finding optional(String what, String remedy) {
    return new Finding(false, false, what, remedy);
  }
}
