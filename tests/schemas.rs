//! The published JSON schemas: they accept what the program accepts, and refuse what it refuses
//! wherever a schema can tell.

mod files;

use boon::{Compiler, SchemaIndex, Schemas};
use files::{names, text};
use serde_json::Value;
use sipas_core::problem::Fault;
use sipas_formats::shape::{Kind, REMARK, Shape};
use sipas_formats::{campaign, measures, questionnaire};

struct Published {
    document: Value,
    schemas: Schemas,
    index: SchemaIndex,
}

fn published(name: &str) -> Published {
    let document: Value = serde_json::from_str(&text(&format!("../public/schema/{name}"))).unwrap();
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.add_resource(name, document.clone()).unwrap();
    let index = compiler
        .compile(name, &mut schemas)
        .unwrap_or_else(|error| panic!("{error:#}"));
    Published {
        document,
        schemas,
        index,
    }
}

impl Published {
    /// Why the schema refuses a document; nothing where it accepts it.
    fn refuses(&self, document: &Value) -> Option<String> {
        self.schemas
            .validate(document, self.index)
            .err()
            .map(|error| error.to_string())
    }

    /// The schema has the reader's keys, types and requirements.
    fn agrees_with(&self, definition: &str, shape: &Shape) {
        let object = match definition {
            "" => &self.document,
            name => &self.document["$defs"][name],
        };
        let properties = object["properties"].as_object().unwrap();
        let mut keys: Vec<&str> = properties.keys().map(String::as_str).collect();
        let mut known: Vec<&str> = shape.iter().map(|key| key.0).chain([REMARK]).collect();
        keys.sort_unstable();
        known.sort_unstable();
        assert_eq!(keys, known, "keys of {definition:?}");
        let mut required: Vec<&str> = object["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let mut needed: Vec<&str> = shape.iter().filter(|key| key.2).map(|key| key.0).collect();
        required.sort_unstable();
        needed.sort_unstable();
        assert_eq!(required, needed, "required keys of {definition:?}");
        assert_eq!(
            object["additionalProperties"],
            Value::Bool(false),
            "{definition:?}"
        );
        for (name, kind, _) in shape {
            let wanted = self.type_of(&properties[*name]);
            assert_eq!(wanted, type_name(*kind), "type of {name} in {definition:?}");
            let described = properties[*name]
                .get("description")
                .or(properties[*name].get("$ref"));
            assert!(
                described.is_some(),
                "{name} in {definition:?} has no description"
            );
        }
    }

    fn type_of(&self, property: &Value) -> String {
        if let Some(reference) = property["$ref"].as_str() {
            let pointer = reference.trim_start_matches('#');
            return self.type_of(self.document.pointer(pointer).unwrap());
        }
        // Constants and lists of values are texts here.
        property["type"].as_str().unwrap_or("string").to_owned()
    }
}

fn type_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "string",
        Kind::Number => "number",
        Kind::Whole => "integer",
        Kind::Flag => "boolean",
        Kind::Wording | Kind::Names | Kind::Object => "object",
        Kind::Texts | Kind::List => "array",
    }
}

/// Whether a schema can tell: it knows shapes, ranges and characters, but no references.
fn is_schema_matter(fault: Fault) -> bool {
    match fault {
        Fault::Missing | Fault::Unknown | Fault::WrongType | Fault::NewerFormat => true,
        Fault::BadCode | Fault::NoText | Fault::OutOfRange | Fault::NotJson => false,
        Fault::Duplicate | Fault::BadReference | Fault::Contradiction => false,
    }
}

#[test]
fn schema_and_reader_know_the_same_keys() {
    let schema = published("questionnaire-1.schema.json");
    for (definition, shape) in questionnaire::shapes::ALL {
        schema.agrees_with(definition, shape);
    }
    let schema = published("campaign-1.schema.json");
    schema.agrees_with("", campaign::DOCUMENT);
    schema.agrees_with("place", campaign::PLACE);
    schema.agrees_with("unit-place", campaign::PLACE);
    schema.agrees_with("plan", campaign::plan::PLAN);
    schema.agrees_with("target", campaign::plan::TARGET);
    schema.agrees_with("dossiers", campaign::plan::DOSSIERS);
    let schema = published("measures-1.schema.json");
    schema.agrees_with("", measures::DOCUMENT);
    schema.agrees_with("measure", measures::MEASURE);
    for name in names("../public/measures", "json") {
        let shipped =
            serde_json::from_str(&text(&format!("../public/measures/{name}.json"))).unwrap();
        assert_eq!(schema.refuses(&shipped), None, "{name}");
    }
}

#[test]
fn the_schemas_accept_what_is_shipped() {
    let schema = published("questionnaire-1.schema.json");
    for name in names("../public/questionnaires", "json") {
        let file = text(&format!("../public/questionnaires/{name}.json"));
        let document: Value = serde_json::from_str(&file).unwrap();
        assert_eq!(schema.refuses(&document), None, "{name}");
        assert_eq!(
            document["$schema"], "../schema/questionnaire-1.schema.json",
            "{name}"
        );
    }
    let document = serde_json::from_str(&text("../public/campaign.json")).unwrap();
    assert_eq!(published("campaign-1.schema.json").refuses(&document), None);
}

#[test]
fn the_schemas_refuse_what_is_broken_where_they_can_tell() {
    let schema = published("questionnaire-1.schema.json");
    let campaigns = published("campaign-1.schema.json");
    let mut told = 0;
    for folder in ["questionnaires", "campaigns"] {
        for name in names(&format!("hostile/{folder}"), "json") {
            let file = text(&format!("hostile/{folder}/{name}.json"));
            let Ok(document) = serde_json::from_str::<Value>(&file) else {
                continue;
            };
            let (refused, problems) = if folder == "campaigns" {
                (campaigns.refuses(&document), campaign::read(&file).err())
            } else {
                (schema.refuses(&document), questionnaire::read(&file).err())
            };
            let problems = problems.unwrap_or_default();
            if problems.is_empty() {
                assert_eq!(refused, None, "{folder}/{name}: only the schema refuses it");
            }
            let wanted = problems
                .iter()
                .any(|problem| is_schema_matter(problem.fault));
            assert!(
                refused.is_some() || !wanted,
                "{folder}/{name}: the schema accepts it"
            );
            told += usize::from(refused.is_some());
        }
    }
    // Of the 65 broken files more than half are a matter of shape, range or characters.
    assert!(told > 35, "the schemas refuse only {told}");
}

/// Every key of a small complete questionnaire is removed in turn: both judge alike.
#[test]
fn schema_and_checker_judge_every_removal_alike() {
    let schema = published("questionnaire-1.schema.json");
    let file = text("hostile/questionnaires/sound.json");
    let document: Value = serde_json::from_str(&file).unwrap();
    let mut pointers = Vec::new();
    collect(&document, "", &mut pointers);
    for pointer in pointers {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let mut changed = document.clone();
        let Some(Value::Object(object)) = changed.pointer_mut(parent) else {
            continue;
        };
        object.remove(key);
        let problems = questionnaire::read(&changed.to_string())
            .err()
            .unwrap_or_default();
        let refused = schema.refuses(&changed).is_some();
        let told = problems
            .iter()
            .any(|problem| is_schema_matter(problem.fault));
        assert_eq!(refused, told, "without {pointer}: {problems:?}");
    }
}

fn collect(value: &Value, at: &str, pointers: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(entries) => entries
            .iter()
            .map(|(k, v)| (format!("{at}/{k}"), v))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(i, v)| (format!("{at}/{i}"), v))
            .collect(),
        _ => Vec::new(),
    };
    for (pointer, child) in children {
        collect(child, &pointer, pointers);
        pointers.push(pointer);
    }
}
