package io.tapstack.model.codegen.jar;

import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Between what an interface hands over and what a method takes, and back: casts, boxing and unboxing. */
final class Conversion {

    private static final Map<Type, String> BOXES = Map.of(
            Type.BOOLEAN_TYPE, "java/lang/Boolean",
            Type.BYTE_TYPE, "java/lang/Byte",
            Type.CHAR_TYPE, "java/lang/Character",
            Type.SHORT_TYPE, "java/lang/Short",
            Type.INT_TYPE, "java/lang/Integer",
            Type.LONG_TYPE, "java/lang/Long",
            Type.FLOAT_TYPE, "java/lang/Float",
            Type.DOUBLE_TYPE, "java/lang/Double");

    private Conversion() {}

    /** Whether this class knows how; numbers are not widened, boxed or not. */
    static boolean isPlain(Type from, Type to) {
        if (isPrimitive(to)) {
            return from.equals(to) || from.getInternalName().equals(BOXES.get(to));
        }
        return from.getSort() != Type.VOID;
    }

    /** Converts what is on top of the stack. */
    static void write(MethodVisitor code, Type from, Type to) {
        if (isPrimitive(from) && !isPrimitive(to)) {
            String box = BOXES.get(from);
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    box,
                    "valueOf",
                    Type.getMethodDescriptor(Type.getObjectType(box), from),
                    false);
        } else if (!isPrimitive(from) && isPrimitive(to)) {
            String box = BOXES.get(to);
            code.visitTypeInsn(Opcodes.CHECKCAST, box);
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, box, to.getClassName() + "Value", Type.getMethodDescriptor(to), false);
        } else if (!from.equals(to) && !to.getInternalName().equals("java/lang/Object")) {
            code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
        }
    }

    private static boolean isPrimitive(Type type) {
        return BOXES.containsKey(type);
    }
}
