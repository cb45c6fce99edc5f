package io.flavortrend.stack.home;

import io.flavortrend.stack.StackException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One supervisor per FLAVOR_HOME: a lock that the kernel releases when the process dies. */
public final class StackLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private StackLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** Takes the lock; empty where another process holds it. */
  public static Optional<StackLock> tryLock(FlavorHome home) {
    try {
      FileChannel channel =
          FileChannel.open(
              home.run().resolve("supervisor.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new StackLock(channel, lock));
    } catch (IOException e) {
      throw new StackException("The lock in %s cannot be taken".formatted(home.run()), e);
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new StackException("The supervisor's lock cannot be released", e);
    }
  }
}
