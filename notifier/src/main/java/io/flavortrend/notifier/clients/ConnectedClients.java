package io.flavortrend.notifier.clients;

import io.flavortrend.notifier.channels.Channel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is connected, for the figures. Thread-safe. */
public final class ConnectedClients {
  private final Map<ClientConnection, List<Channel>> clients = new ConcurrentHashMap<>();

  void put(ClientConnection client, List<Channel> channels) {
    clients.put(client, channels);
  }

  void remove(ClientConnection client) {
    clients.remove(client);
  }

  /** Open connections. */
  public int count() {
    return clients.size();
  }

  /** Open connections that subscribed to this channel. */
  public int count(Channel channel) {
    return (int) clients.values().stream().filter(of -> of.contains(channel)).count();
  }
}
