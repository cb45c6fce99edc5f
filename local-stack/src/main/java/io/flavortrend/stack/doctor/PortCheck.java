package io.flavortrend.stack.doctor;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.component.StackSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** Finds ports that something else uses, by name, before anything starts. */
public final class PortCheck {
  private PortCheck() {}

  /**
   * Refuses to go on where a port is taken or two settings name the same.
   *
   * @throws StackException naming setting and port
   */
  public static void requireFree(StackSettings settings) {
    Map<Integer, String> named = new HashMap<>();
    settings
        .ports()
        .forEach(
            (key, port) -> {
              String other = named.put(port, key);
              if (other != null) {
                throw new StackException(
                    "%s and %s are both %d: each needs a port of its own"
                        .formatted(other, key, port));
              }
              if (!isFree(settings.bindAddress(), port)) {
                throw new StackException(
                    "Port %d is in use by another program: stop it, or set %s to a free port"
                        .formatted(port, key));
              }
            });
  }

  /** True where a server could listen there. */
  static boolean isFree(String address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
