package io.flavortrend.kafka.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Lets the broker's marker manager ask {@link LeaderEndpoint} where a partition's leader is.
 * Nothing else in the broker is touched. Thread-safe.
 */
final class MarkerManagerTransformer implements ClassFileTransformer {
  static final String MARKER_MANAGER =
      "kafka/coordinator/transaction/TransactionMarkerChannelManager";

  private static final String CACHE = "org/apache/kafka/metadata/MetadataCache";
  private static final String METHOD = "getPartitionLeaderEndpoint";
  private static final String ARGUMENTS =
      "Ljava/lang/String;ILorg/apache/kafka/common/network/ListenerName;)Ljava/util/Optional;";

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] code) {
    return MARKER_MANAGER.equals(name) ? redirected(code) : null;
  }

  /**
   * The same class, asking {@link LeaderEndpoint}.
   *
   * @throws IllegalStateException where it does not ask as the Kafka that this was written for
   */
  static byte[] redirected(byte[] code) {
    ClassReader reader = new ClassReader(code);
    ClassWriter writer = new ClassWriter(reader, 0);
    Redirection redirection = new Redirection(writer);
    reader.accept(redirection, 0);
    if (redirection.calls == 0) {
      throw new IllegalStateException(
          "kafka-agent: this Kafka's TransactionMarkerChannelManager does not call MetadataCache."
              + METHOD
              + ": see whether it still drops the markers of partitions without a leader, and"
              + " adapt the agent or remove it");
    }
    return writer.toByteArray();
  }

  private static final class Redirection extends ClassVisitor {
    private int calls;

    Redirection(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(
          api, super.visitMethod(access, name, descriptor, signature, exceptions)) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String method, String types, boolean ofInterface) {
          if (owner.equals(CACHE) && method.equals(METHOD) && types.equals("(" + ARGUMENTS)) {
            calls++;
            // The cache, the call's receiver, is on the stack already: it is the first argument.
            super.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                LeaderEndpoint.class.getName().replace('.', '/'),
                "of",
                "(L" + CACHE + ";" + ARGUMENTS,
                false);
          } else {
            super.visitMethodInsn(opcode, owner, method, types, ofInterface);
          }
        }
      };
    }
  }
}
