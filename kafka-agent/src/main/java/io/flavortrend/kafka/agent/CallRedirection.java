package io.flavortrend.kafka.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Lets one class of Kafka's call the agent instead of Kafka. Nothing else is touched. Thread-safe.
 *
 * @param type the class, with slashes
 * @param method the method in which the calls are; null where they are anywhere in the class
 * @param calls each has to be found
 */
record CallRedirection(String type, @Nullable String method, List<CallRedirection.Call> calls)
    implements ClassFileTransformer {

  /**
   * A call on an object, and the static one that takes the object as its first argument.
   *
   * @param owner the class or interface on which Kafka calls
   * @param name the method that Kafka calls
   * @param newOwner the class that is called instead; null where the call is left out and the
   *     object stays on the stack
   * @param newName the static method that is called instead
   * @param newDescriptor its arguments and its result
   */
  record Call(
      String owner, String name, @Nullable String newOwner, String newName, String newDescriptor) {
    @Override
    public String toString() {
      return owner.substring(owner.lastIndexOf('/') + 1) + "." + name;
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] code) {
    return type.equals(name) ? redirected(code) : null;
  }

  /**
   * The same class, calling the agent.
   *
   * @throws IllegalStateException where it does not call as the Kafka that this was written for
   */
  byte[] redirected(byte[] code) {
    ClassReader reader = new ClassReader(code);
    ClassWriter writer = new ClassWriter(reader, 0);
    Set<Call> found = new HashSet<>();
    reader.accept(visitor(writer, found), 0);
    for (Call call : calls) {
      if (!found.contains(call)) {
        throw new IllegalStateException(
            "kafka-agent: this Kafka's %s does not call %s: see in docs/adr whether Kafka has been mended, and adapt the agent or remove it"
                .formatted(type.substring(type.lastIndexOf('/') + 1), call));
      }
    }
    return writer.toByteArray();
  }

  private ClassVisitor visitor(ClassVisitor next, Set<Call> found) {
    return new ClassVisitor(Opcodes.ASM9, next) {
      @Override
      public MethodVisitor visitMethod(
          int access,
          String name,
          String descriptor,
          @Nullable String signature,
          String @Nullable [] exceptions) {
        MethodVisitor same = super.visitMethod(access, name, descriptor, signature, exceptions);
        return method == null || method.equals(name) ? redirecting(same, found) : same;
      }
    };
  }

  private MethodVisitor redirecting(MethodVisitor next, Set<Call> found) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        for (Call call : calls) {
          if (call.owner().equals(owner) && call.name().equals(name)) {
            found.add(call);
            if (call.newOwner() != null) {
              super.visitMethodInsn(
                  Opcodes.INVOKESTATIC,
                  call.newOwner(),
                  call.newName(),
                  call.newDescriptor(),
                  false);
            }
            return;
          }
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
      }
    };
  }
}
