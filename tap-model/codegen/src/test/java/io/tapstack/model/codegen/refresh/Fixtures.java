package io.tapstack.model.codegen.refresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Small sources: one type that both describe, and one in each alone. */
final class Fixtures {

    private static final String SPEC = "{'schema':{"
            + "'resource':{'entities':["
            + "{'$id':'0','cloudFormationType':'AWS::X::Both','isStateful':true,'arnTemplate':'arn:x',"
            + " 'primaryIdentifier':['Name'],'tagInformation':{'tagPropertyName':'Tags','variant':'standard'},"
            + " 'attributes':{'Arn':{'type':{'type':'string'}}},"
            + " 'properties':{"
            + "  'Name':{'type':{'type':'string'},'required':true,'causesReplacement':'yes'},"
            + "  'Mode':{'type':{'type':'string','allowedValues':['C','A']}},"
            + "  'Count':{'type':{'type':'integer'}},"
            + "  'Size':{'type':{'type':'integer'}},"
            + "  'Secret':{'type':{'type':'string'}},"
            + "  'OnlySpec':{'type':{'type':'string'}},"
            + "  'Tags':{'type':{'type':'array','element':{'type':'tag'}}},"
            + "  'Elements':{'type':{'type':'array','element':{'type':'ref','reference':{'$ref':'1'}}}}}},"
            + "{'$id':'2','cloudFormationType':'AWS::X::Spec','attributes':{},'properties':{}}]},"
            + "'typeDefinition':{'entities':[{'$id':'1','name':'Element','properties':{"
            + "  'Port':{'type':{'type':'integer'},'required':true},"
            + "  'Next':{'type':{'type':'ref','reference':{'$ref':'1'}}},"
            + "  'Codes':{'type':{'type':'array','element':{'type':'string'}}}}}]},"
            + "'usesType':{'forward':{'0':[{'$id':'1'}]}}}}";

    private static final String BOTH = "{'typeName':'AWS::X::Both','required':['Name','Mode'],"
            + "'lifecycle':{'status':'sunset'},"
            + "'readOnlyProperties':['/properties/Arn','/properties/Endpoint/Port'],"
            + "'writeOnlyProperties':['/properties/Secret'],"
            + "'createOnlyProperties':['/properties/Size'],"
            + "'conditionalCreateOnlyProperties':['/properties/Name','/properties/Elements/*/Port'],"
            + "'requiredXor':['Mode','Count'],"
            + "'definitions':{'Element':{'type':'object','properties':{"
            + "  'Port':{'type':'integer','minimum':1,'maximum':99},"
            + "  'Next':{'$ref':'#/definitions/Element'},"
            + "  'Codes':{'type':'array','items':{'type':'string','maxLength':3,'pattern':'^c'}}}}},"
            + "'properties':{"
            + "  'Arn':{'type':'string'},"
            + "  'Name':{'type':'string','minLength':1,'maxLength':8,'pattern':'^[a-z[]+$'},"
            + "  'Mode':{'type':'string','enum':['A','B']},"
            + "  'Count':{'type':'string','maximum':10},"
            + "  'Size':{'type':'integer','format':'int64'},"
            + "  'Secret':{'type':'string'},"
            + "  'Extra':{'type':'boolean'},"
            + "  'Endpoint':{'type':'object','properties':{'Port':{'type':'integer'}}},"
            + "  'Tags':{'type':'array','items':{'type':'object'}},"
            + "  'Elements':{'type':'array','uniqueItems':true,'maxItems':3,'items':{'$ref':'#/definitions/Element'}}}}";

    private static final String SCHEMA = "{'typeName':'AWS::X::Schema','required':['Inline'],"
            + "'primaryIdentifier':['/properties/Id'],'readOnlyProperties':['/properties/Id'],"
            + "'createOnlyProperties':['/properties/Inline'],'tagging':{'taggable':true,'tagProperty':'/properties/Tags'},"
            + "'properties':{"
            + "  'Id':{'type':'string'},"
            + "  'Any':{'type':'object'},"
            + "  'Choice':{'anyOf':[{'type':'string'},{'type':'object','properties':{'Deep':{'type':'integer'}}}]},"
            + "  'Inline':{'type':'object','required':['A'],'anyOf':[{'required':['A']},{'required':['B']}],"
            + "    'properties':{'A':{'type':'string'},'B':{'type':'array'}}},"
            + "  'Tags':{'type':'object','patternProperties':{'^t':{'type':'string'}},'additionalProperties':false}}}";

    private Fixtures() {}

    static JsonNode spec() throws JsonProcessingException {
        return new ObjectMapper().readTree(json(SPEC));
    }

    static SourceArchive wheel() {
        Map<String, byte[]> files = new TreeMap<>();
        put(files, "providers/us-east-1.json", "{'AWS::X::Both':'1','AWS::X::Schema':'2'}");
        put(files, "providers/sam.json", "{}");
        put(files, "providers/xx-far-1.json", "{'AWS::X::Far':'3','AWS::X::Both':'1'}");
        put(files, "resources/1.json", BOTH);
        put(files, "resources/2.json", SCHEMA);
        return new SourceArchive("fixture.whl", files);
    }

    private static void put(Map<String, byte[]> files, String file, String content) {
        files.put("cfnlint/data/schemas/" + file, json(content).getBytes(StandardCharsets.UTF_8));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
