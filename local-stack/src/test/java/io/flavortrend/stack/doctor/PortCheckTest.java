package io.flavortrend.stack.doctor;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import io.flavortrend.stack.StackException;
import io.flavortrend.stack.component.StackSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortCheckTest {
  @Test
  void aPortInUseIsReportedWithTheSettingThatMovesIt() throws IOException {
    Map<String, String> ports = freePorts();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ports.put("FLAVOR_CONNECT_PORT", Integer.toString(taken.getLocalPort()));

      assertThatThrownBy(() -> PortCheck.requireFree(StackSettings.from(Settings.of(ports))))
          .isInstanceOf(StackException.class)
          .hasMessage(
              "Port %d is in use by another program: stop it, or set FLAVOR_CONNECT_PORT to a free port"
                  .formatted(taken.getLocalPort()));
    }
  }

  @Test
  void twoComponentsCannotShareAPort() throws IOException {
    Map<String, String> ports = freePorts();
    ports.put("FLAVOR_NOTIFIER_PORT", ports.get("FLAVOR_WEBAPI_PORT"));

    assertThatThrownBy(() -> PortCheck.requireFree(StackSettings.from(Settings.of(ports))))
        .isInstanceOf(StackException.class)
        .hasMessageStartingWith("FLAVOR_WEBAPI_PORT and FLAVOR_NOTIFIER_PORT are both");
  }

  @Test
  void freePortsPass() throws IOException {
    Map<String, String> ports = freePorts();

    assertThatCode(() -> PortCheck.requireFree(StackSettings.from(Settings.of(ports))))
        .doesNotThrowAnyException();
  }

  @Test
  void aWrongPortNamesItsSetting() {
    assertThatThrownBy(() -> StackSettings.from(Settings.of(Map.of("FLAVOR_KAFKA_PORT", "kafka"))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("FLAVOR_KAFKA_PORT is 'kafka': allowed is a whole number from 1 to 65535");
  }

  private static Map<String, String> freePorts() throws IOException {
    Map<String, String> ports = new HashMap<>();
    List<ServerSocket> held = new ArrayList<>();
    for (String key : StackSettings.from(Settings.of(Map.of())).ports().keySet()) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      held.add(socket);
      ports.put(key, Integer.toString(socket.getLocalPort()));
    }
    for (ServerSocket socket : held) {
      socket.close();
    }
    return ports;
  }
}
