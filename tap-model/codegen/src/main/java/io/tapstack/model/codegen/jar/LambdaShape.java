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
 * @param exact that method with the types that it has here
 * @param target what it calls
 */
record LambdaShape(String method, Type made, Type erased, Type exact, Handle target) {

    /** What the arguments of an instruction say; see {@code LambdaMetafactory}. */
    static LambdaShape of(String method, String made, Object... arguments) {
        return new LambdaShape(
                method, Type.getMethodType(made), (Type) arguments[0], (Type) arguments[2], (Handle) arguments[1]);
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
        boolean plain =
                erased.getReturnType().getSort() == Type.VOID || Conversion.isPlain(given(), erased.getReturnType());
        for (int i = 0; i < exact.getArgumentTypes().length; i++) {
            plain &= Conversion.isPlain(exact.getArgumentTypes()[i], taken().get(captured().length + i));
        }
        return plain;
    }
}
