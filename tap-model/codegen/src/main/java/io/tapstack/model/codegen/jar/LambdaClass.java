package io.tapstack.model.codegen.jar;

import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the class of a lambda: a field for each captured value, a method that makes it, and the method of the interface. */
final class LambdaClass {

    /** The static method that makes an object from what it captures; no method of an interface has this name. */
    static final String FACTORY = "$make";

    private static final String OBJECT = "java/lang/Object";

    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    private final String name;
    private final LambdaShape shape;

    private LambdaClass(String name, LambdaShape shape) {
        this.name = name;
        this.shape = shape;
    }

    static byte[] of(String name, String nestHost, LambdaShape shape) {
        LambdaClass lambda = new LambdaClass(name, shape);
        lambda.writer.visit(
                Opcodes.V17,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                name,
                null,
                OBJECT,
                new String[] {shape.implemented()});
        lambda.writer.visitNestHost(nestHost);
        lambda.fields();
        lambda.constructor();
        lambda.factory();
        lambda.method();
        lambda.writer.visitEnd();
        return lambda.writer.toByteArray();
    }

    private void fields() {
        for (int i = 0; i < shape.captured().length; i++) {
            writer.visitField(
                            Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL,
                            field(i),
                            shape.captured()[i].getDescriptor(),
                            null,
                            null)
                    .visitEnd();
        }
    }

    private void constructor() {
        MethodVisitor code = start(Opcodes.ACC_PRIVATE, "<init>", constructorDescriptor());
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        int local = 1;
        for (int i = 0; i < shape.captured().length; i++) {
            Type type = shape.captured()[i];
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
            code.visitFieldInsn(Opcodes.PUTFIELD, name, field(i), type.getDescriptor());
            local += type.getSize();
        }
        code.visitInsn(Opcodes.RETURN);
        finish(code);
    }

    private void factory() {
        MethodVisitor code = start(Opcodes.ACC_STATIC, FACTORY, shape.made().getDescriptor());
        code.visitTypeInsn(Opcodes.NEW, name);
        code.visitInsn(Opcodes.DUP);
        int local = 0;
        for (Type type : shape.captured()) {
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
            local += type.getSize();
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", constructorDescriptor(), false);
        code.visitInsn(Opcodes.ARETURN);
        finish(code);
    }

    private void method() {
        Type erased = shape.erased();
        MethodVisitor code = start(Opcodes.ACC_PUBLIC, shape.method(), erased.getDescriptor());
        if (shape.makesObject()) {
            code.visitTypeInsn(Opcodes.NEW, shape.target().getOwner());
            code.visitInsn(Opcodes.DUP);
        }
        for (int i = 0; i < shape.captured().length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, name, field(i), shape.captured()[i].getDescriptor());
        }
        List<Type> taken = shape.taken();
        int next = shape.captured().length;
        int local = 1;
        for (Type type : erased.getArgumentTypes()) {
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
            Conversion.write(code, type, taken.get(next++));
            local += type.getSize();
        }
        call(code, shape.target());
        giveBack(code, shape.given(), erased.getReturnType());
        finish(code);
    }

    private static void call(MethodVisitor code, Handle target) {
        int opcode = switch (target.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            // A private method of the nest is called like any other.
            default -> target.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
        code.visitMethodInsn(opcode, target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
    }

    private static void giveBack(MethodVisitor code, Type given, Type wanted) {
        if (wanted.getSort() == Type.VOID) {
            if (given.getSize() > 0) {
                code.visitInsn(given.getSize() == 1 ? Opcodes.POP : Opcodes.POP2);
            }
        } else {
            Conversion.write(code, given, wanted);
        }
        code.visitInsn(wanted.getOpcode(Opcodes.IRETURN));
    }

    private MethodVisitor start(int access, String method, String descriptor) {
        MethodVisitor code = writer.visitMethod(access, method, descriptor, null, null);
        code.visitCode();
        return code;
    }

    private static void finish(MethodVisitor code) {
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private String constructorDescriptor() {
        return Type.getMethodDescriptor(Type.VOID_TYPE, shape.captured());
    }

    private static String field(int index) {
        return "captured" + index;
    }
}
