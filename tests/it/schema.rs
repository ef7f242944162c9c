//! Checks a JSON document against a schema: the keywords that `assets/schema` uses, each as the
//! specification says (JSON Schema 2020-12). An unknown keyword fails, so that none is skipped unseen.

use serde_json::Value;

/// Everything in the document that the checked-in schema does not allow.
pub fn violations(document: &Value) -> Vec<String> {
    let schema: Value =
        serde_json::from_str(include_str!("../../assets/schema/certwright-1.json")).unwrap();
    let mut found = Vec::new();
    check(&schema, &schema, document, "$", &mut found);
    found
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    for (keyword, rule) in schema.as_object().unwrap() {
        match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" => {}
            "$ref" => {
                let pointer = rule.as_str().unwrap().strip_prefix('#').unwrap();
                check(root, root.pointer(pointer).unwrap(), value, at, found);
            }
            "additionalProperties" => extra_properties(schema, rule, value, at, found),
            "anyOf" => {
                let failures = |option: &Value| {
                    let mut inner = Vec::new();
                    check(root, option, value, at, &mut inner);
                    inner
                };
                let all: Vec<Vec<String>> = rule.as_array().unwrap().iter().map(failures).collect();
                if !all.iter().any(Vec::is_empty) {
                    found.extend(all.into_iter().min_by_key(Vec::len).unwrap());
                }
            }
            "const" => expect(value == rule, at, "const", value, found),
            "enum" => expect(
                rule.as_array().unwrap().contains(value),
                at,
                "enum",
                value,
                found,
            ),
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, rule, item, &format!("{at}[{index}]"), found);
                }
            }
            "minimum" => expect(value.as_f64() >= rule.as_f64(), at, "minimum", value, found),
            "pattern" => {
                if let Some(text) = value.as_str() {
                    expect(
                        matches(rule.as_str().unwrap(), text),
                        at,
                        "pattern",
                        value,
                        found,
                    );
                }
            }
            "properties" => {
                for (name, inner) in rule.as_object().unwrap() {
                    if let Some(held) = value.get(name) {
                        check(root, inner, held, &format!("{at}.{name}"), found);
                    }
                }
            }
            "required" => {
                for name in rule.as_array().unwrap() {
                    let is_there = value.get(name.as_str().unwrap()).is_some();
                    expect(
                        is_there || !value.is_object(),
                        at,
                        &format!("required {name}"),
                        value,
                        found,
                    );
                }
            }
            "type" => expect(
                is_type(rule.as_str().unwrap(), value),
                at,
                "type",
                value,
                found,
            ),
            other => panic!("the checker does not know {other}"),
        }
    }
}

fn extra_properties(
    schema: &Value,
    rule: &Value,
    value: &Value,
    at: &str,
    found: &mut Vec<String>,
) {
    assert_eq!(rule, &Value::Bool(false), "the checker knows only false");
    let allowed = schema["properties"].as_object().unwrap();
    for name in value
        .as_object()
        .into_iter()
        .flat_map(serde_json::Map::keys)
    {
        expect(
            allowed.contains_key(name),
            at,
            &format!("no property {name}"),
            value,
            found,
        );
    }
}

fn is_type(name: &str, value: &Value) -> bool {
    match name {
        "array" => value.is_array(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "null" => value.is_null(),
        "object" => value.is_object(),
        "string" => value.is_string(),
        other => panic!("the checker does not know type {other}"),
    }
}

fn expect(holds: bool, at: &str, rule: &str, value: &Value, found: &mut Vec<String>) {
    if !holds {
        let shown: String = value.to_string().chars().take(80).collect();
        found.push(format!("{at}: {rule}: {shown}"));
    }
}

/// Anchored patterns of literal characters, classes, `?`, `+`, `*` and `{n}`, without alternatives.
fn matches(pattern: &str, text: &str) -> bool {
    let inner = pattern
        .strip_prefix('^')
        .unwrap()
        .strip_suffix('$')
        .unwrap();
    let mut rest = text;
    let mut pattern = inner;
    while !pattern.is_empty() {
        let (class, after) = match pattern.strip_prefix('[') {
            Some(tail) => tail.split_once(']').unwrap(),
            None => pattern.split_at(1),
        };
        let (least, most, after) = repeats(after);
        let taken = rest
            .chars()
            .take(most)
            .take_while(|char| in_class(class, *char))
            .count();
        if taken < least {
            return false;
        }
        let length: usize = rest.chars().take(taken).map(char::len_utf8).sum();
        rest = rest.split_at(length).1;
        pattern = after;
    }
    rest.is_empty()
}

/// How often the piece before may stand, and the pattern after that.
fn repeats(after: &str) -> (usize, usize, &str) {
    if let Some(tail) = after.strip_prefix('?') {
        return (0, 1, tail);
    }
    if let Some(tail) = after.strip_prefix('+') {
        return (1, usize::MAX, tail);
    }
    if let Some(tail) = after.strip_prefix('*') {
        return (0, usize::MAX, tail);
    }
    match after
        .strip_prefix('{')
        .and_then(|tail| tail.split_once('}'))
    {
        Some((count, tail)) => {
            let count = count.parse().unwrap();
            (count, count, tail)
        }
        None => (1, 1, after),
    }
}

fn in_class(class: &str, char: char) -> bool {
    let chars: Vec<char> = class.chars().collect();
    let mut index = 0;
    while index < chars.len() {
        if chars.get(index + 1) == Some(&'-') && index + 2 < chars.len() {
            if (chars[index]..=chars[index + 2]).contains(&char) {
                return true;
            }
            index += 3;
        } else {
            if chars[index] == char {
                return true;
            }
            index += 1;
        }
    }
    false
}

#[test]
fn the_checker_finds_what_the_schema_forbids() {
    let sound = serde_json::json!({"schema": 1, "verb": "findings", "verdict": "ok", "findings": [], "report": {"findings": []}});
    assert_eq!(violations(&sound), Vec::<String>::new());
    for (pointer, bad) in [
        ("schema", "2"),
        ("verdict", "\"fine\""),
        ("findings", "[{}]"),
        ("report", "{}"),
    ] {
        let mut broken = sound.clone();
        broken[pointer] = serde_json::from_str(bad).unwrap();
        assert!(!violations(&broken).is_empty(), "{pointer}");
    }
    let mut more = sound.clone();
    more["extra"] = serde_json::Value::Null;
    assert_eq!(violations(&more).len(), 1);
    assert!(
        matches("^-?[0-9a-f]+$", "-0a")
            && !matches("^-?[0-9a-f]+$", "-")
            && !matches("^a[1-9][0-9]*$", "a0")
    );
}
