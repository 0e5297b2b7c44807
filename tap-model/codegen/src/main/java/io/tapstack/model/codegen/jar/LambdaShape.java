package io.tapstack.model.codegen.jar;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What a lambda is made of.
 *
 * @param method the method of the interface that it implements
 * @param made what makes it: from what it captures, the interface
 * @param erased that method as the interface declares it
 * @param target what it calls
 */
record LambdaShape(String method, Type made, Type erased, Handle target) {

    /** What the arguments of an instruction say; see {@code LambdaMetafactory}. */
    static LambdaShape of(String method, String made, Object... arguments) {
        Type erased = arguments.length > 0 && arguments[0] instanceof Type type ? type : Type.VOID_TYPE;
        Handle target = arguments.length > 1 && arguments[1] instanceof Handle handle
                ? handle
                : new Handle(Opcodes.H_INVOKESTATIC, "", "", "()V", false);
        return new LambdaShape(method, Type.getMethodType(made), erased, target);
    }

    Type[] captured() {
        return made.getArgumentTypes();
    }

    String implemented() {
        return made.getReturnType().getInternalName();
    }

    boolean makesObject() {
        return target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    }

    /** What the target takes: its receiver, if it has one, and its parameters. */
    List<Type> taken() {
        List<Type> taken = new ArrayList<>();
        if (target.getTag() != Opcodes.H_INVOKESTATIC && !makesObject()) {
            taken.add(Type.getObjectType(target.getOwner()));
        }
        taken.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
        return taken;
    }

    /** What the target gives back. */
    Type given() {
        return makesObject() ? Type.getObjectType(target.getOwner()) : Type.getReturnType(target.getDesc());
    }

    /** Whether all that is converted on the way are references, boxes and what is in them. */
    boolean isPlain() {
        if (erased.getSort() != Type.METHOD || taken().size() != captured().length + erased.getArgumentTypes().length) {
            return false;
        }
        boolean plain =
                erased.getReturnType().getSort() == Type.VOID || Conversion.isPlain(given(), erased.getReturnType());
        for (int i = 0; i < erased.getArgumentTypes().length; i++) {
            plain &= Conversion.isPlain(erased.getArgumentTypes()[i], taken().get(captured().length + i));
        }
        return plain;
    }
}
