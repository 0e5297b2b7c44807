package io.tapstack.reference.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapstack.reference.graph.Picture.Box;
import io.tapstack.reference.graph.Picture.Frame;
import io.tapstack.reference.graph.Picture.Line;
import io.tapstack.reference.graph.Picture.Point;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgWriterTest {

    private static final Set<String> ELEMENTS =
            Set.of("svg", "title", "style", "defs", "marker", "path", "g", "rect", "text");

    private static final String SHOP = """
            Resources:
              Net: {Type: AWS::EC2::VPC}
              Door: {Type: AWS::EC2::VPCEndpoint, Properties: {VpcId: !Ref Net}}
              Other: {Type: AWS::EC2::VPCEndpoint, Properties: {VpcId: !Ref Net}}
              Key: {Type: AWS::KMS::Key}
              Topic: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: !Ref Key}}
              Files:
                Type: AWS::S3::Bucket
                Condition: Wanted
                Properties:
                  NotificationConfiguration: {TopicConfigurations: [{Topic: !Ref Topic}]}
              Trail: {Type: AWS::CloudTrail::Trail, Properties: {S3BucketName: !Ref Files}}
            """;

    @Test
    void everyPartHasAPlaceOfItsOwnInItsArea() {
        Architecture architecture = Drawn.architecture(SHOP);
        assertPlaced(architecture, PictureLayout.of(architecture));
    }

    static void assertPlaced(Architecture architecture, Picture picture) {
        List<Box> areas =
                picture.boxes().stream().filter(box -> box.part().isEmpty()).toList();
        List<Box> parts =
                picture.boxes().stream().filter(box -> box.part().isPresent()).toList();
        assertThat(areas).hasSameSizeAs(architecture.areas());
        assertThat(parts).extracting(box -> box.part().orElseThrow()).containsExactlyElementsOf(architecture.parts());
        Frame whole = new Frame(0, 0, picture.width(), picture.height());
        for (int i = 0; i < parts.size(); i++) {
            Box part = parts.get(i);
            assertThat(isWithin(part.frame(), whole)).as(part.title()).isTrue();
            for (int j = 0; j < areas.size(); j++) {
                boolean inside = part.part()
                        .orElseThrow()
                        .area()
                        .equals(Optional.of(architecture.areas().get(j).id()));
                Frame area = areas.get(j).frame();
                assertThat(inside ? isWithin(part.frame(), area) : !overlap(part.frame(), area))
                        .as(part.title())
                        .isTrue();
            }
            for (int j = i + 1; j < parts.size(); j++) {
                assertThat(overlap(part.frame(), parts.get(j).frame())).isFalse();
            }
        }
        assertThat(picture.lines()).extracting(Line::link).containsExactlyElementsOf(architecture.links());
        for (Line line : picture.lines()) {
            assertThat(touches(frame(parts, line.link().from()), line.points().get(0)))
                    .isTrue();
            assertThat(touches(
                            frame(parts, line.link().to()),
                            line.points().get(line.points().size() - 1)))
                    .isTrue();
        }
    }

    private static Frame frame(List<Box> parts, String id) {
        return parts.stream()
                .filter(box -> box.part().orElseThrow().id().equals(id))
                .findFirst()
                .orElseThrow()
                .frame();
    }

    private static boolean isWithin(Frame inner, Frame outer) {
        return inner.x() >= outer.x()
                && inner.y() >= outer.y()
                && inner.x() + inner.width() <= outer.x() + outer.width()
                && inner.y() + inner.height() <= outer.y() + outer.height();
    }

    private static boolean overlap(Frame one, Frame other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    private static boolean touches(Frame frame, Point point) {
        double slack = 1;
        return point.x() >= frame.x() - slack
                && point.x() <= frame.x() + frame.width() + slack
                && point.y() >= frame.y() - slack
                && point.y() <= frame.y() + frame.height() + slack;
    }

    @Test
    void aLongNameOfANetworkStaysInItsFrame() {
        String name = "x".repeat(40);
        Architecture architecture = Drawn.architecture("Resources: {" + name + ": {Type: AWS::EC2::VPC}, D: {Type:"
                + " AWS::EC2::VPCEndpoint, Properties: {VpcId: !Ref " + name + "}}}");
        Box area = PictureLayout.of(architecture).boxes().get(0);
        assertThat(area.frame().width()).isGreaterThan(TextWidth.of(area.title(), 13));
    }

    @Test
    void itIsSvgThatSaysWhatIsThere() throws Exception {
        Document svg = parsed(SvgWriter.write(Drawn.architecture(SHOP)));
        assertThat(svg.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(texts(svg, "text"))
                .contains("Net (0 subnets)", "Door", "gateway endpoint", "Files", "S3 Bucket", "KMS Key", "writes");
        assertThat(classes(svg))
                .contains("area", "store conditional", "channel", "key", "door", "watch", "encrypts", "title", "label");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</text><script>alert(1)</script>",
                "\"/><image href='http://x'/>",
                "&lt;&amp;",
                "]]>",
                "\u0000\u0007",
                "\uFFFF",
                "\u202Etxet",
                "日本",
                "<!--"
            })
    void noNameCanLeaveItsText(String hostile) throws Exception {
        StringBuilder name = new StringBuilder();
        hostile.chars().forEach(c -> name.append(String.format("\\u%04x", c)));
        String svg = SvgWriter.write(Drawn.architecture("{\"Resources\": {\"" + name + "\": {\"Type\": \"Custom::"
                + name + "\", \"Properties\": {\"A\": {\"Ref\": \"Z\"}}},\"Z\": {\"Type\": \"AWS::SNS::Topic\"}}}"));
        Document parsed = parsed(svg);
        NodeList all = parsed.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            assertThat(ELEMENTS).contains(((Element) all.item(i)).getTagName());
        }
        assertThat(parsed.getElementsByTagName("g").getLength()).isEqualTo(2);
    }

    @Test
    void theSameArchitectureGivesTheSamePicture() {
        String first = SvgWriter.write(Drawn.architecture(SHOP));
        assertThat(SvgWriter.write(Drawn.architecture(SHOP))).isEqualTo(first);
    }

    @Test
    void aChainOfManyPartsIsDrawnAndMoreAreRefused() {
        assertThat(SvgWriter.write(Drawn.architecture(chain(SvgWriter.MOST_PARTS))))
                .endsWith("</svg>\n");
        Architecture more = Drawn.architecture(chain(SvgWriter.MOST_PARTS + 1));
        assertThat(SvgWriter.takes(more)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SvgWriter.write(more))
                .withMessageContaining("401 parts and 400 links");
    }

    private static String chain(int length) {
        StringBuilder text = new StringBuilder("Resources:\n");
        for (int i = 0; i < length; i++) {
            text.append("  R").append(i).append(": {Type: Custom::Step");
            text.append(i == 0 ? "}\n" : ", Properties: {A: !Ref R" + (i - 1) + "}}\n");
        }
        return text.toString();
    }

    @Test
    void anEmptyTemplateIsAnEmptyPicture() throws Exception {
        Document svg = parsed(SvgWriter.write(Drawn.architecture("{\"Resources\": {}}")));
        assertThat(svg.getElementsByTagName("g").getLength()).isZero();
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document svg, String element) {
        List<String> texts = new ArrayList<>();
        NodeList found = svg.getElementsByTagName(element);
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    private static Set<String> classes(Document svg) {
        Set<String> classes = new TreeSet<>();
        NodeList all = svg.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            classes.add(((Element) all.item(i)).getAttribute("class"));
        }
        return classes;
    }
}
