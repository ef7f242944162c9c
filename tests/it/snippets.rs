//! Every snippet in both languages and with both switches, as recorded; and what no snippet may do.

#[cfg(feature = "peer-tests")]
mod peers;

use certwright::core::convert::{Choice, Format, Material, PemLayout, Target, plan};
use certwright::text::Lang;
use certwright::text::convert::snippet::{
    Files, Keystore, PasswordInSnippet, Rendered, Snippet, applicable, render,
};
use certwright::text::prose::spaced;

use crate::support::inspect;
use crate::words::english_runs;

fn pem_files() -> Files {
    let path = |name: &str| Some(format!("/srv/tls/shop.example.com{name}"));
    Files {
        full_chain: path(".crt"),
        key: path(".key"),
        combined: path(".pem"),
        host: "shop.example.com".to_owned(),
        also_names: vec!["www.shop.example.com".to_owned()],
        ..Files::default()
    }
}

fn keystore_files(path: &str, format: Format, target: Target) -> Files {
    Files {
        keystore: Some(Keystore {
            path: path.to_owned(),
            format,
            target,
            alias: Some("shop.example.com".to_owned()),
        }),
        host: "shop.example.com".to_owned(),
        also_names: vec!["*.shop.example.com".to_owned()],
        password: PasswordInSnippet::FromFile("/srv/tls/keystorePass.txt".to_owned()),
        ..Files::default()
    }
}

/// Files that this snippet is for.
fn files(snippet: Snippet) -> Files {
    match snippet {
        Snippet::Nginx | Snippet::Apache | Snippet::HaProxy => pem_files(),
        Snippet::Tomcat | Snippet::TomcatOld | Snippet::SpringBoot => {
            keystore_files("/srv/tls/shop.jks", Format::Jks, Target::Tomcat)
        }
        Snippet::IisImport => keystore_files("C:\\证书\\shop.pfx", Format::Pfx, Target::Server2016),
    }
}

fn whole(rendered: &Rendered) -> String {
    let notes = rendered.notes.join("\n- ");
    format!(
        "{}\n{}\n----\n{}----\n- {notes}",
        rendered.title, rendered.file_hint, rendered.text
    )
}

#[test]
fn every_snippet_reads_as_recorded() {
    for snippet in Snippet::ALL {
        for lang in Lang::ALL {
            for (is_old_tls_allowed, tls) in [(false, "now"), (true, "old")] {
                let rendered = render(lang, snippet, &files(snippet), is_old_tls_allowed);
                let name = format!("{}_{}_{tls}", snippet.code(), lang.code());
                insta::assert_snapshot!(name, whole(&rendered));
            }
        }
    }
}

#[test]
fn only_what_fits_the_files_is_offered() {
    use Snippet::*;
    assert_eq!(applicable(&Files::default()), []);
    assert_eq!(applicable(&pem_files()), [Nginx, Apache, HaProxy]);
    let trio = Files {
        leaf: Some("/a.crt".to_owned()),
        chain: Some("/chain.crt".to_owned()),
        full_chain: None,
        combined: None,
        ..pem_files()
    };
    assert_eq!(applicable(&trio), [Apache]);
    let of = |format, target| applicable(&keystore_files("/a", format, target));
    assert_eq!(
        of(Format::Pfx, Target::Java),
        [Tomcat, TomcatOld, SpringBoot]
    );
    assert_eq!(
        of(Format::Jks, Target::Java8),
        [Tomcat, TomcatOld, SpringBoot]
    );
    assert_eq!(of(Format::Pfx, Target::Server2016), [IisImport]);
    assert_eq!(of(Format::Pfx, Target::Ccs), []);
    assert_eq!(of(Format::Pfx, Target::MacOs), []);
}

/// Paths that mean something to one language or the other.
const HOSTILE: &[&str] = &[
    "/srv/it's \"x\"/$HOME/${user}/a.pem",
    "/srv/a;}\n/evil.pem",
    "/srv/\u{202e}mep.a",
    "/srv/%{x} #&<b>--\\",
];

#[test]
fn a_path_that_cannot_be_written_has_a_stand_in_and_a_note() {
    for path in HOSTILE {
        let path = Some((*path).to_owned());
        for snippet in Snippet::ALL {
            let mut files = files(snippet);
            for field in [&mut files.full_chain, &mut files.key, &mut files.combined] {
                field.clone_from(&path);
            }
            if let Some(keystore) = &mut files.keystore {
                keystore.path = path.clone().unwrap();
            }
            let rendered = render(Lang::En, snippet, &files, false);
            let all = whole(&rendered);
            assert!(
                !all.contains("}\n/evil") && !all.contains('\u{202e}'),
                "{all}"
            );
            if path.as_deref() == Some(HOSTILE[1]) {
                let said = "holds characters that this configuration cannot take";
                assert!(
                    rendered.notes.iter().any(|note| note.contains(said)),
                    "{all}"
                );
            }
        }
    }
}

#[test]
fn names_that_are_no_hosts_never_reach_the_text() {
    for snippet in Snippet::ALL {
        let mut files = files(snippet);
        files.host = "x; include /etc/shadow".to_owned();
        files.also_names = vec!["'); calc #".to_owned(), "ok.example".to_owned()];
        let text = render(Lang::En, snippet, &files, false).text;
        assert!(!text.contains("shadow") && !text.contains("calc"), "{text}");
        files.also_names.clear();
        let text = render(Lang::En, snippet, &files, false).text;
        assert!(!text.contains("shadow"), "{text}");
    }
}

#[test]
fn what_is_read_in_a_code_page_is_ascii() {
    for snippet in [Snippet::SpringBoot, Snippet::IisImport] {
        let mut files = files(snippet);
        if let Some(keystore) = &mut files.keystore {
            keystore.alias = Some("别名".to_owned());
            if snippet == Snippet::IisImport {
                keystore.path = "C:\\shop.pfx".to_owned();
            }
        }
        let text = render(Lang::Zh, snippet, &files, true).text;
        assert!(text.is_ascii(), "{text}");
    }
}

#[test]
fn notes_are_whole_sentences_in_the_readers_language() {
    for snippet in Snippet::ALL {
        for is_old_tls_allowed in [false, true] {
            let [en, zh] =
                Lang::ALL.map(|lang| render(lang, snippet, &files(snippet), is_old_tls_allowed));
            assert_ne!(en.file_hint, zh.file_hint);
            assert_eq!(en.notes.len(), zh.notes.len());
            for (en, zh) in en.notes.iter().zip(&zh.notes) {
                assert!(en.ends_with('.') && zh.ends_with('。'), "{en} {zh}");
                assert_eq!(spaced(zh), *zh);
                assert_eq!(english_runs(zh), [""; 0], "{zh}");
            }
        }
    }
}

/// What fits the files of a plan, and those files.
fn planned(path: &str, choice: &Choice) -> (Vec<Snippet>, Files) {
    let material = Material::of(&inspect(path, &[]));
    let plan = plan(&material, choice, "shop").unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let password = PasswordInSnippet::FromFile("/out/keystorePass.txt".to_owned());
    let files = Files::of(&plan, |name| format!("/out/{name}"), password);
    (applicable(&files), files)
}

#[test]
fn a_plan_leads_to_the_servers_that_take_its_files() {
    use Snippet::*;
    let java: &[Snippet] = &[Tomcat, TomcatOld, SpringBoot];
    let pem = |layout| Choice {
        format: Format::Pem(layout),
        ..Choice::for_target(Target::OpenSsl)
    };
    let cases = [
        (pem(PemLayout::Nginx), &[Nginx, Apache] as &[Snippet]),
        (pem(PemLayout::Apache), &[Apache]),
        (pem(PemLayout::HaProxy), &[HaProxy]),
        (pem(PemLayout::Separate), &[Nginx, Apache]),
        (Choice::for_target(Target::Java), java),
        (Choice::for_target(Target::Java8), java),
        (Choice::for_target(Target::Tomcat), java),
        (Choice::for_target(Target::Server2016), &[IisImport]),
        (Choice::for_target(Target::Server2019), &[IisImport]),
        (Choice::for_target(Target::Ccs), &[]),
        (Choice::for_target(Target::MacOs), &[]),
    ];
    for (choice, expected) in cases {
        let (fitting, files) = planned("bundles/four-folder.zip", &choice);
        assert_eq!(fitting, expected, "{choice:?}");
        let is_locked = choice.format.is_keystore();
        assert_eq!(files.password != PasswordInSnippet::None, is_locked);
        assert_eq!(files.host, "shop.example.com");
        for snippet in fitting {
            let text = render(Lang::En, snippet, &files, false).text;
            assert!(text.contains("/out/shop."), "{text}");
        }
    }
    let trusted = Choice {
        is_trust_store: true,
        ..Choice::for_target(Target::Java)
    };
    assert_eq!(planned("bundles/four-folder.zip", &trusted).0, []);
    let der = Choice {
        is_der: true,
        ..pem(PemLayout::Nginx)
    };
    assert_eq!(planned("bundles/four-folder.zip", &der).0, []);
    let keyless = planned("bundles/user-csr.zip", &pem(PemLayout::Nginx));
    assert_eq!(keyless.0, []);
}
