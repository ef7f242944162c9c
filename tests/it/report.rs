//! The plain-text report of every kind of bundle in both languages, as recorded snapshots, and what
//! holds for each: lines within 80 columns, no English in the Chinese, nothing hidden.

use std::sync::Arc;

use certwright::core::op::Report;
use certwright::text::prose::columns;
use certwright::text::{Lang, report};

use crate::support::{inspect, run};

/// The shapes that authorities hand out, and one fault each.
const BUNDLES: [&str; 27] = [
    "bundles/certbot",
    "bundles/digicert-der.p7b",
    "bundles/digicert.zip",
    "bundles/four-folder.zip",
    "bundles/godaddy-iis.zip",
    "bundles/godaddy.zip",
    "bundles/per-server",
    "bundles/sectigo.zip",
    "bundles/server-names.zip",
    "bundles/user-csr.zip",
    "bundles/user-password.zip",
    "bundles/zerossl.zip",
    "broken/chain-reversed",
    "broken/common-name-only",
    "broken/containers-disagree",
    "broken/expired",
    "broken/extension-lies",
    "broken/intermediate-missing",
    "broken/key-encrypted",
    "broken/leaf-missing",
    "broken/password-missing",
    "broken/request-of-another-key",
    "broken/self-signed-leaf",
    "broken/truncated.zip",
    "broken/untrusted-root",
    "broken/wrong-key",
    "broken/wrong-password-file",
];

fn text(lang: Lang, path: &str) -> String {
    report::render(lang, &Report::Inspection(inspect(path, &[])))
}

#[test]
fn every_story_reads_as_recorded() {
    for path in BUNDLES {
        for lang in Lang::ALL {
            let name = format!("{}_{}", path.replace('/', "_"), lang.code());
            insta::assert_snapshot!(name, text(lang, path));
        }
    }
}

#[test]
fn lines_stay_within_eighty_columns() {
    for path in BUNDLES {
        for lang in Lang::ALL {
            for line in text(lang, path).lines() {
                // A name or path that is longer stands alone, unbroken; closing marks may hang.
                let is_one_word = !line.trim().contains(' ');
                assert!(columns(line) <= 82 || is_one_word, "{path}: {line}");
            }
        }
    }
}

#[test]
fn chinese_reports_hold_no_english_sentence() {
    for path in BUNDLES {
        let report = text(Lang::Zh, path);
        let prose = report
            .lines()
            .filter(|line| !line.starts_with("  ") || line.contains('。'));
        for line in prose {
            let mut line = line.to_owned();
            for name in ["DV TLS CA 3", "ECC DV CA 1", "Root R4", "Example Trust"] {
                line = line.replace(name, "〇");
            }
            let runs = crate::words::english_runs(&line);
            assert!(runs.is_empty(), "{path}: {runs:?}");
        }
    }
}

#[test]
fn the_sample_is_told_as_the_pictures_show_it() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample");
    let mut request =
        crate::support::request(&[format!("{root}/shop.example.com.zip").into()], &[]);
    request.trust =
        certwright::core::bundle::trust::TrustChoice::Path(format!("{root}/root.pem").into());
    let inspection = run(certwright::core::op::Request::Inspect(request));
    let report = Report::Inspection(Arc::clone(&inspection));
    let english = report::render(Lang::En, &report);
    assert!(
        english.starts_with("One problem: the IIS file needs a different password\n"),
        "{english}"
    );
    assert!(
        english.contains("The password in keystorePass.txt does not open the PFX file"),
        "{english}"
    );
    assert!(
        english.contains("Certificate, key and chain fit together."),
        "{english}"
    );
    let chinese = report::render(Lang::Zh, &report);
    assert!(
        chinese.starts_with("一个问题：IIS 文件用的是另一个密码\n"),
        "{chinese}"
    );
    assert!(
        chinese.contains("keystorePass.txt 里的密码打不开这个 PFX 文件"),
        "{chinese}"
    );
}
