package io.tapstack.model.codegen.jar;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The places in a class where lambdas are made: each becomes a call of a class made for it. */
final class LambdaSites extends ClassVisitor {

    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

    private final String owner;
    private final Map<String, byte[]> lambdas = new LinkedHashMap<>();
    private String nestHost;

    private LambdaSites(String owner, ClassWriter writer) {
        super(Opcodes.ASM9, writer);
        this.owner = owner;
        this.nestHost = owner;
    }

    static LambdaSites rewrite(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        LambdaSites sites = new LambdaSites(reader.getClassName(), new ClassWriter(0));
        reader.accept(sites, 0);
        return sites;
    }

    /** The class as it is now. */
    byte[] rewritten() {
        return ((ClassWriter) getDelegate()).toByteArray();
    }

    /** The classes made, by their internal names, in the order of the code. */
    Map<String, byte[]> lambdas() {
        return Collections.unmodifiableMap(lambdas);
    }

    /** The class that lists the members of the nest to which the class belongs. */
    String nestHost() {
        return nestHost;
    }

    @Override
    public void visitNestHost(String host) {
        nestHost = host;
        super.visitNestHost(host);
    }

    @Override
    public MethodVisitor visitMethod(int access, String own, String descriptor, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, own, descriptor, signature, exceptions);
        return new MethodVisitor(Opcodes.ASM9, next) {
            @Override
            public void visitInvokeDynamicInsn(String method, String made, Handle bootstrap, Object... arguments) {
                // The other factory, of lambdas that are serializable or have several interfaces, is left alone.
                boolean lambda = bootstrap.getOwner().equals(METAFACTORY)
                        && bootstrap.getName().equals("metafactory");
                LambdaShape shape = lambda ? LambdaShape.of(method, made, arguments) : null;
                if (shape == null || !shape.isPlain()) {
                    super.visitInvokeDynamicInsn(method, made, bootstrap, arguments);
                    return;
                }
                String name = owner + "$Lambda" + lambdas.size();
                lambdas.put(name, LambdaClass.of(name, nestHost, shape));
                super.visitMethodInsn(Opcodes.INVOKESTATIC, name, LambdaClass.FACTORY, made, false);
            }
        };
    }
}
