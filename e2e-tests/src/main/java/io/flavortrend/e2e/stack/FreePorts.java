package io.flavortrend.e2e.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Ports that nothing listens on. */
public final class FreePorts {
  /**
   * Below the range from which the kernel takes ports for outgoing connections: a port from there
   * may be taken between being chosen and being listened on.
   */
  private static final int LOWEST = 20_000;

  private static final int BEYOND_HIGHEST = 32_000;

  private FreePorts() {}

  /** A free port for each of the settings. */
  public static Map<String, String> of(List<String> settings) {
    Map<String, String> ports = new LinkedHashMap<>();
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (String setting : settings) {
        ServerSocket socket = free();
        held.add(socket);
        ports.put(setting, Integer.toString(socket.getLocalPort()));
      }
    } finally {
      for (ServerSocket socket : held) {
        close(socket);
      }
    }
    return ports;
  }

  private static ServerSocket free() {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND_HIGHEST);
      ServerSocket socket = null;
      try {
        socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
      } catch (IOException taken) {
        if (socket != null) {
          close(socket);
        }
      }
    }
    throw new StackFailure("No free port was found from %d on".formatted(LOWEST));
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new StackFailure("A probed port cannot be released", e);
    }
  }
}
