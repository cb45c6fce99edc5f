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

class MarkerManagerTransformerTest {
  private final MarkerManagerTransformer transformer = new MarkerManagerTransformer();

  @Test
  void theBrokersMarkerManagerAsksTheAgentAndNobodyElse() throws IOException {
    byte[] own = code(MarkerManagerTransformer.MARKER_MANAGER);
    byte[] redirected =
        transformer.transform(null, MarkerManagerTransformer.MARKER_MANAGER, null, null, own);
    List<String> before = ownersAskedForEndpoints(own);
    assertThat(before).isNotEmpty().containsOnly("org/apache/kafka/metadata/MetadataCache");
    assertThat(ownersAskedForEndpoints(redirected))
        .hasSameSizeAs(before)
        .containsOnly("io/flavortrend/kafka/agent/LeaderEndpoint");
  }

  @Test
  void otherClassesAreLeftAsTheyAre() throws IOException {
    String other = "kafka/server/KafkaApis";
    assertThat(transformer.transform(null, other, null, null, code(other))).isNull();
  }

  @Test
  void aMarkerManagerThatAsksOtherwiseIsAnError() throws IOException {
    byte[] other = code("java/lang/Object");
    assertThatThrownBy(() -> MarkerManagerTransformer.redirected(other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not call MetadataCache.getPartitionLeaderEndpoint");
  }

  private static byte[] code(String name) throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      return in.readAllBytes();
    }
  }

  private static List<String> ownersAskedForEndpoints(byte[] code) {
    List<String> owners = new ArrayList<>();
    new ClassReader(code)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String types, String signature, String[] exceptions) {
                return new MethodVisitor(api) {
                  @Override
                  public void visitMethodInsn(
                      int opcode, String owner, String method, String called, boolean ofInterface) {
                    if (called.endsWith("ListenerName;)Ljava/util/Optional;")) {
                      owners.add(owner);
                    }
                  }
                };
              }
            },
            0);
    return owners;
  }
}
