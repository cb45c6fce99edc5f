package io.flavortrend.kafka.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class CallRedirectionTest {
  private static final String PRODUCER = "org/apache/kafka/clients/producer/internals/";

  @Test
  void theBrokersMarkerManagerAsksTheAgentAndNobodyElse() throws IOException {
    CallRedirection redirection = Mend.BROKER.redirection();
    byte[] own = code(redirection.type());
    byte[] redirected = redirection.transform(null, redirection.type(), null, null, own);
    String endpoints = "ListenerName;)Ljava/util/Optional;";
    List<String> before = calls(own, null, endpoints);
    assertThat(before)
        .isNotEmpty()
        .containsOnly("org/apache/kafka/metadata/MetadataCache.getPartitionLeaderEndpoint");
    assertThat(calls(redirected, null, endpoints))
        .hasSameSizeAs(before)
        .containsOnly("io/flavortrend/kafka/agent/LeaderEndpoint.of");
  }

  @Test
  void theProducersThreadAsksTheAgentAndLooksForRecordsNowhereElse() throws IOException {
    CallRedirection redirection = Mend.PRODUCER.redirection();
    byte[] redirected =
        redirection.transform(null, redirection.type(), null, null, code(redirection.type()));
    assertThat(calls(redirected, redirection.method(), ""))
        .contains(PRODUCER + "NextTransactionalRequest.of")
        .doesNotContain(
            PRODUCER + "RecordAccumulator.hasIncomplete",
            PRODUCER + "TransactionManager.nextRequest");
  }

  @Test
  void whatHasBeenRedirectedCanBeLoaded() throws IOException, ReflectiveOperationException {
    CallRedirection redirection = Mend.PRODUCER.redirection();
    byte[] redirected = redirection.redirected(code(redirection.type()));
    String name = redirection.type().replace('/', '.');
    ClassLoader own =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          protected Class<?> loadClass(String asked, boolean resolve)
              throws ClassNotFoundException {
            return asked.equals(name)
                ? defineClass(name, redirected, 0, redirected.length)
                : super.loadClass(asked, resolve);
          }
        };
    assertThat(Class.forName(name, true, own).getClassLoader()).isSameAs(own);
  }

  @Test
  void otherClassesAreLeftAsTheyAre() throws IOException {
    String other = "kafka/server/KafkaApis";
    assertThat(Mend.BROKER.redirection().transform(null, other, null, null, code(other))).isNull();
  }

  @Test
  void aClassThatCallsOtherwiseIsAnError() throws IOException {
    byte[] other = code("java/lang/Object");
    assertThatThrownBy(() -> Mend.BROKER.redirection().redirected(other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "TransactionMarkerChannelManager does not call"
                + " MetadataCache.getPartitionLeaderEndpoint");
  }

  private static byte[] code(String name) throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      return in.readAllBytes();
    }
  }

  /** What is called in the method, or anywhere, with a descriptor that ends so. */
  private static List<String> calls(byte[] code, String within, String descriptorEnd) {
    List<String> calls = new ArrayList<>();
    new ClassReader(code)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String types, String signature, String[] exceptions) {
                if (within != null && !within.equals(name)) {
                  return null;
                }
                return new MethodVisitor(api) {
                  @Override
                  public void visitMethodInsn(
                      int opcode, String owner, String method, String called, boolean ofInterface) {
                    if (called.endsWith(descriptorEnd)) {
                      calls.add(owner + "." + method);
                    }
                  }
                };
              }
            },
            0);
    return calls;
  }
}
