package io.tapstack.reference.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for 127.0.0.1, made for one run, so that the emulator can be reached by TLS: the templates deny everything else.
 */
final class LoopbackCertificate {

    private static final String ALIAS = "emulator";
    private static final String PASSWORD = "emulator";

    private final Path certificate;
    private final Path key;
    private final SSLContext trust;

    private LoopbackCertificate(Path certificate, Path key, SSLContext trust) {
        this.certificate = certificate;
        this.key = key;
        this.trust = trust;
    }

    /** Makes one in a folder. */
    static LoopbackCertificate in(Path folder) {
        Path store = folder.resolve("certificate.p12");
        Command.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=emulator",
                        "-ext",
                        "SAN=ip:127.0.0.1,dns:localhost",
                        "-ext",
                        "KU=digitalSignature",
                        "-ext",
                        "EKU=serverAuth",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .succeed();
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            Certificate made = keys.getCertificate(ALIAS);
            Key secret = keys.getKey(ALIAS, PASSWORD.toCharArray());
            return new LoopbackCertificate(
                    pem(folder.resolve("certificate.pem"), "CERTIFICATE", made.getEncoded()),
                    pem(folder.resolve("key.pem"), "PRIVATE KEY", secret.getEncoded()),
                    trusting(made));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate for the loopback interface", e);
        }
    }

    /** The certificate, in PEM. */
    Path certificate() {
        return certificate;
    }

    /** Its private key, in PEM. */
    Path key() {
        return key;
    }

    /** What makes Java trust it, and nothing else. */
    SSLContext trust() {
        return trust;
    }

    private static Path pem(Path file, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private static SSLContext trusting(Certificate certificate) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, certificate);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
