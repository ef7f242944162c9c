//! The directions between the layers, and what each layer may not name.
//! The checker reads source text, so that it sees fully qualified paths and macro bodies.

mod mutants;
mod paths;
mod rules;
mod source;

use std::fs;
use std::path::{Path, PathBuf};

use rules::{File, Violation, module_of};
use source::Source;

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn source_keeps_the_directions_of_the_design() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    files.sort();
    assert!(files.len() > 3, "no source under {}", root.display());
    let texts: Vec<(String, String)> = files
        .iter()
        .map(|path| {
            let name = path.strip_prefix(&root).unwrap().to_string_lossy();
            (name.replace('\\', "/"), fs::read_to_string(path).unwrap())
        })
        .collect();
    let mut tests = Vec::new();
    for (name, text) in &texts {
        for test in Source::read(text).test_files {
            let mut module = module_of(name);
            module.push(test);
            tests.push(module);
        }
    }
    let mut lines = Vec::new();
    for (name, text) in &texts {
        for Violation { rule, line, detail } in File::check(name, text, &tests) {
            lines.push(format!("src/{name}:{line}: {rule}: {detail}"));
        }
    }
    assert!(
        lines.is_empty(),
        "{} violations\n{}",
        lines.len(),
        lines.join("\n")
    );
}
