package io.tapstack.model.codegen.jar;

import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** Tells a class of more members of its nest, which may then call what is private. */
final class NestMembers {

    private NestMembers() {}

    static byte[] add(byte[] host, Set<String> members) {
        ClassWriter writer = new ClassWriter(0);
        ClassNode node = new ClassNode(Opcodes.ASM9);
        new ClassReader(host).accept(node, 0);
        for (String member : members) {
            node.visitNestMember(member);
        }
        node.accept(writer);
        return writer.toByteArray();
    }
}
