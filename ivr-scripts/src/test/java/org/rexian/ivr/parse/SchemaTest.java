package org.rexian.ivr.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The JSON Schema that editors complete by knows the fields that the parser knows, and no others. */
class SchemaTest {

    @ParameterizedTest
    @EnumSource(Grammar.class)
    void hasTheSameFields(Grammar kind) throws IOException {
        JsonNode definition = schema().at("/$defs/" + name(kind));
        assertThat(definition.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(definition.path("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(kind.fields());
    }

    @Test
    void everyReferenceLeadsToADefinition() throws IOException {
        JsonNode schema = schema();
        assertThat(schema.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                schema.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private static String name(Grammar kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JsonNode schema() throws IOException {
        try (InputStream in = Optional.ofNullable(Grammar.class.getResourceAsStream("/org/rexian/ivr/flow.schema.json"))
                .orElseThrow()) {
            return new ObjectMapper().readTree(in);
        }
    }
}
