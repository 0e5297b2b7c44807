package example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.aws.sns.Topic;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.SourceLocation;
import org.junit.jupiter.api.Test;

/** Stands outside the library's packages, as the code of users does. */
class SourceLocationTest {

    @Test
    void isTheLineThatCalledTheLibrary() {
        int here = new Throwable().getStackTrace()[0].getLineNumber();
        Topic topic = Topic.builder("Alerts").topicName("alerts").build();
        Parameter parameter = Parameter.string("Stage").build();

        assertThat(topic.source()).isEqualTo(SourceLocation.of("example/SourceLocationTest.java", here + 1));
        assertThat(parameter.source()).hasToString("example/SourceLocationTest.java:" + (here + 2));
    }

    @Test
    void survivesTheWayThroughABuilder() {
        Topic topic = Topic.builder("Alerts").build();

        assertThat(topic.toBuilder().topicName("other").build().source()).isEqualTo(topic.source());
        assertThat(Topic.from(topic).source()).isEqualTo(topic.source());
    }
}
