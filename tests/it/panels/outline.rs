//! Views as indented text, for snapshots.

use std::fmt::Write as _;

use certwright::state::view::Views;

/// The bundle panel.
pub fn bundle(views: &Views) -> String {
    let view = views.bundle.as_ref().expect("something is open");
    let mut out = String::new();
    let verdict = &view.verdict;
    writeln!(out, "{}\n{}", view.title, view.sub).unwrap();
    writeln!(
        out,
        "{:?}: {}\n  {}",
        verdict.tone, verdict.sentence, verdict.context
    )
    .unwrap();
    for finding in view.findings.iter().flat_map(|group| &group.shown) {
        writeln!(out, "finding {:?}: {}", finding.tone, finding.message).unwrap();
        writeln!(out, "  {:?}\n  {}", finding.place, finding.reason).unwrap();
        for (label, doing) in &finding.remedies {
            writeln!(out, "  [{label}] {doing:?}").unwrap();
        }
        for detail in &finding.details {
            writeln!(out, "  {} = {}", detail.label, detail.value).unwrap();
        }
    }
    for identity in &view.identities {
        writeln!(
            out,
            "identity {} {:?} {}",
            identity.name, identity.kind, identity.issued_by
        )
        .unwrap();
        writeln!(
            out,
            "  {}\n  {}, {}",
            identity.names, identity.validity.span, identity.validity.left
        )
        .unwrap();
        writeln!(out, "  {} ({})", identity.key, identity.key_note).unwrap();
        for link in &identity.chain {
            writeln!(out, "  -> {} {:?}", link.name, link.note).unwrap();
        }
        for row in &identity.made_for {
            let cells = [&row.certificate, &row.key, &row.chain, &row.password];
            let cells: Vec<&str> = cells.iter().map(|cell| cell.words.as_str()).collect();
            writeln!(
                out,
                "  {} | {} | {}",
                row.server,
                row.files,
                cells.join(" | ")
            )
            .unwrap();
        }
    }
    for step in &view.steps {
        writeln!(out, "step {} ({})", step.title, step.second).unwrap();
    }
    for row in &view.contents {
        writeln!(
            out,
            "content {:?} {} {} {:?}",
            row.kind, row.name, row.trailing, row.tone
        )
        .unwrap();
    }
    writeln!(
        out,
        "status {} | {}",
        views.status.loaded, views.status.trust
    )
    .unwrap();
    out
}

/// The certificate panel.
pub fn certificate(views: &Views) -> String {
    let view = views.certificate.as_ref().expect("a certificate is shown");
    let mut out = String::new();
    let verdict = &view.verdict;
    writeln!(out, "{}\n{}", view.title, view.sub).unwrap();
    writeln!(
        out,
        "{:?}: {}\n  {}",
        verdict.tone, verdict.sentence, verdict.context
    )
    .unwrap();
    for field in &view.fields {
        writeln!(
            out,
            "{} = {}",
            field.label,
            field.value.replace('\n', " / ")
        )
        .unwrap();
    }
    for fit in &view.fit_for {
        writeln!(out, "fit {}: {}", fit.label, fit.word).unwrap();
    }
    for file in &view.belongs {
        writeln!(out, "belongs {:?} {}", file.kind, file.name).unwrap();
    }
    for extension in &view.extensions {
        let name = &extension.name_with_oid;
        writeln!(
            out,
            "extension {name}, {}: {}",
            extension.critical, extension.summary
        )
        .unwrap();
    }
    for group in &view.groups {
        writeln!(out, "group {}: {} lines", group.title, group.lines.len()).unwrap();
    }
    out
}
