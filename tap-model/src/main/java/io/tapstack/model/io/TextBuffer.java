package io.tapstack.model.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Text in UTF-8 on its way out: all of it in memory, or a block at a time if there is a stream behind. */
final class TextBuffer {

    private static final int BLOCK = 1 << 16;
    private static final int DEEPEST = 64;
    private static final byte[] LINE = new byte[1 + DEEPEST];

    static {
        Arrays.fill(LINE, (byte) ' ');
        LINE[0] = '\n';
    }

    private final @Nullable OutputStream target;
    private byte[] bytes;
    private int length;
    private int lineStart;

    TextBuffer(@Nullable OutputStream target, int capacity) {
        this.target = target;
        this.bytes = new byte[Math.max(capacity, 256)];
    }

    /** How many bytes there are. */
    int length() {
        return length;
    }

    /** How many characters the current line has, as Java counts them. */
    int column() {
        return characters(lineStart);
    }

    /** How many characters there are from a byte on, as Java counts them. */
    int characters(int start) {
        int count = 0;
        for (int i = start; i < length; i++) {
            boolean first = (bytes[i] & 0xC0) != 0x80;
            boolean pair = (bytes[i] & 0xF8) == 0xF0;
            count += pair ? 2 : first ? 1 : 0;
        }
        return count;
    }

    boolean endsWith(char ascii) {
        return length > 0 && bytes[length - 1] == ascii;
    }

    /** Takes back what was appended last; never beyond the line that was current then. */
    void truncate(int newLength) {
        length = newLength;
    }

    TextBuffer append(char ascii) {
        if (length == bytes.length) {
            grow(1);
        }
        bytes[length++] = (byte) ascii;
        return this;
    }

    TextBuffer append(char firstAscii, char secondAscii) {
        if (bytes.length - length < 2) {
            grow(2);
        }
        bytes[length] = (byte) firstAscii;
        bytes[length + 1] = (byte) secondAscii;
        length += 2;
        return this;
    }

    /** Appends a text that is known to be all ASCII. */
    @SuppressWarnings("deprecation") // The one way to have the JVM copy a text as it lies in memory.
    TextBuffer ascii(String text) {
        int count = text.length();
        if (bytes.length - length < count) {
            grow(count);
        }
        text.getBytes(0, count, bytes, length);
        length += count;
        return this;
    }

    TextBuffer append(String text) {
        return append(text, 0, text.length());
    }

    /** Appends a part of a text that holds no half of a character. */
    TextBuffer append(String text, int start, int end) {
        int plain = start + plain(text, start, end, null);
        if (plain < end) {
            byte[] rest = text.substring(plain, end).getBytes(StandardCharsets.UTF_8);
            if (bytes.length - length < rest.length) {
                grow(rest.length);
            }
            System.arraycopy(rest, 0, bytes, length, rest.length);
            length += rest.length;
        }
        return this;
    }

    /**
     * Appends a text up to its first character that is not ASCII or that a table marks, and returns how many characters that are.
     *
     * @param marked a flag for each ASCII character
     */
    int appendUntil(String text, boolean[] marked) {
        return plain(text, 0, text.length(), marked);
    }

    private int plain(String text, int start, int end, boolean @Nullable [] marked) {
        int count = end - start;
        if (bytes.length - length < count) {
            grow(count);
        }
        byte[] to = bytes;
        int at = length;
        int i = 0;
        while (i < count) {
            char c = text.charAt(start + i);
            if (c >= 128 || marked != null && marked[c]) {
                break;
            }
            to[at + i] = (byte) c;
            i++;
        }
        length = at + i;
        return i;
    }

    TextBuffer spaces(int count) {
        if (bytes.length - length < count) {
            grow(count);
        }
        if (count <= DEEPEST) {
            System.arraycopy(LINE, 1, bytes, length, count);
        } else {
            Arrays.fill(bytes, length, length + count, (byte) ' ');
        }
        length += count;
        return this;
    }

    /** A new line that begins with spaces. */
    void newline(int spaces) {
        if (spaces > DEEPEST || bytes.length - length <= spaces) {
            newline();
            spaces(spaces);
            return;
        }
        System.arraycopy(LINE, 0, bytes, length, 1 + spaces);
        lineStart = length + 1;
        length += 1 + spaces;
    }

    void newline() {
        append('\n');
        lineStart = length;
    }

    /** Hands a full block to the stream behind, if there is one. To be called between two members only, never within a line of YAML. */
    void drainIfFull() {
        if (target != null && length >= BLOCK) {
            drain();
        }
    }

    /** Hands everything to the stream behind. */
    void drain() {
        if (target == null) {
            return;
        }
        try {
            target.write(bytes, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        length = 0;
        lineStart = 0;
    }

    private void grow(int count) {
        long needed = (long) length + count;
        long capacity = Math.min(Math.max(needed, bytes.length * 2L), Integer.MAX_VALUE - 8L);
        if (needed > capacity) {
            throw new OutOfMemoryError("the template has more bytes than an array can hold");
        }
        bytes = Arrays.copyOf(bytes, (int) capacity);
    }

    /** The bytes that have not been handed on, in an array of their own. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
