package io.tapstack.model.codegen.refresh;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Reads the regular files of a tar stream as npm writes it: ustar names, no links; extended headers are skipped. */
final class TarReader {

    private static final int BLOCK = 512;

    private TarReader() {}

    static Map<String, byte[]> read(InputStream in) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (byte[] header = block(in, BLOCK); header[0] != 0; header = block(in, BLOCK)) {
            int size = Integer.parseInt(text(header, 124, 12).trim(), 8);
            byte[] content = block(in, (size + BLOCK - 1) / BLOCK * BLOCK);
            if (header[156] == '0' || header[156] == 0) {
                String prefix = text(header, 345, 155);
                String name = text(header, 0, 100);
                files.put(prefix.isEmpty() ? name : prefix + "/" + name, java.util.Arrays.copyOf(content, size));
            }
        }
        return files;
    }

    private static byte[] block(InputStream in, int length) throws IOException {
        byte[] block = in.readNBytes(length);
        if (block.length < length) {
            throw new EOFException("The archive ends within a file");
        }
        return block;
    }

    private static String text(byte[] header, int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return new String(header, offset, end - offset, StandardCharsets.UTF_8);
    }
}
