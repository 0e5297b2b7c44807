package io.tapstack.model.io;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Templates that something has happened to: bytes lost, doubled, changed, put in, cut off. */
final class DamagedBytes {

    private static final List<String> TOKENS = List.of(
            "&a ",
            "*a",
            "<<: *a\n",
            "!!java.lang.Runtime ",
            "!Ref ",
            "!GetAtt ",
            "!Sub ",
            "!If ",
            "!",
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            ",",
            "- ",
            "\n",
            "\n  ",
            "\t",
            "|",
            "|+\n",
            ">-\n",
            "?",
            "#",
            "%YAML 1.2\n",
            "---\n",
            "...\n",
            "'",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "null",
            "~",
            "0x1F",
            "012",
            "1_000",
            "1e9999999999",
            "1:30:00",
            ".inf",
            "yes",
            "\u0000",
            "\u0007",
            "\uFEFF",
            "\u0085",
            "\u2028",
            "Ref",
            "Fn::If",
            "Fn::ForEach::A",
            "Fn::Transform",
            "Condition",
            "Resources",
            "Type",
            "AWS::S3::Bucket",
            "AWS::Serverless-2016-10-31",
            "{\"Fn::Sub\":",
            "{\"Ref\":1}",
            "[[[[[[[[",
            "{a: {a: {a: ",
            "Transform",
            "Hooks",
            "Outputs:");

    private final List<byte[]> seeds;

    DamagedBytes(List<byte[]> seeds) {
        this.seeds = seeds;
    }

    byte[] next(Random random) {
        byte[] bytes = seeds.get(random.nextInt(seeds.size()));
        if (random.nextInt(3) > 0) {
            bytes = section(bytes, random);
        }
        for (int i = random.nextInt(8); i >= 0; i--) {
            bytes = damage(bytes, random);
        }
        return bytes;
    }

    /** A piece of at most 2,000 bytes: most damage needs little around it, and little is read fast. */
    private static byte[] section(byte[] bytes, Random random) {
        int start = random.nextInt(bytes.length);
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        int end = Math.min(bytes.length, start + 1 + random.nextInt(2_000));
        return splice(bytes, 0, 0, bytes, start, end - start, bytes.length);
    }

    private byte[] damage(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int length = Math.min(bytes.length - at, random.nextInt(20));
        switch (random.nextInt(7)) {
            case 0:
                return splice(bytes, at, length, bytes, 0, 0, 0);
            case 1:
                return splice(bytes, at, 0, bytes, at, length, 0);
            case 2:
                return splice(bytes, at, bytes.length - at, bytes, 0, 0, 0);
            case 3:
                byte[] noise = new byte[1 + random.nextInt(4)];
                random.nextBytes(noise);
                return splice(bytes, at, Math.min(length, noise.length), noise, 0, noise.length, 0);
            case 4:
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                int from = random.nextInt(other.length);
                return splice(bytes, at, 0, other, from, Math.min(other.length - from, random.nextInt(200)), 0);
            default:
                byte[] token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
                return splice(bytes, at, random.nextBoolean() ? length : 0, token, 0, token.length, 0);
        }
    }

    private static byte[] splice(byte[] bytes, int at, int removed, byte[] put, int from, int count, int skipped) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + count);
        out.write(bytes, 0, at);
        out.write(put, from, count);
        int rest = at + removed + skipped;
        if (rest < bytes.length) {
            out.write(bytes, rest, bytes.length - rest);
        }
        return out.toByteArray();
    }
}
