package io.tapstack.model.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes as text: UTF-8, or UTF-16 if a byte order mark says so. */
final class TemplateText {

    private static final String REMEDY = "Save the file as UTF-8.";

    private TemplateText() {}

    /**
     * The text without its byte order mark.
     *
     * @throws UnreadableException if it holds what is no character
     */
    static String decode(byte[] content) throws UnreadableException {
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return decode(content, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return decode(content, 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(content, 0xFF, 0xFE)) {
            return decode(content, 2, StandardCharsets.UTF_16LE);
        }
        return decode(content, 0, StandardCharsets.UTF_8);
    }

    private static boolean startsWith(byte[] content, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String decode(byte[] content, int start, Charset charset) throws UnreadableException {
        ByteBuffer bytes = ByteBuffer.wrap(content, start, content.length - start);
        CharBuffer chars = CharBuffer.allocate(bytes.remaining());
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes, chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            TextPosition end = TextPosition.of(text, text.length());
            throw UnreadableException.text(
                    end.line(),
                    end.column(),
                    "The bytes from " + bytes.position() + " on are no " + charset.name() + ".",
                    REMEDY);
        }
        return text;
    }
}
