//! Plans: what each wish does, what is refused, and the diff.

use certwright::core::iis::config::Source;
use certwright::core::iis::flags::SslFlag;
use certwright::core::iis::http_sys::{Verb, argv};
use certwright::core::iis::plan::{
    BindingName, DiffLine, Fix, Ground, HostFault, Plan, PlanFile, Refusal, hunks, make, prove,
    spliced,
};
use certwright::core::iis::scan::Scan;
use certwright::core::iis::version::IisVersion;

use super::made::{Server, site, sound};

fn name(site: &str, information: &str) -> BindingName {
    BindingName {
        site: site.into(),
        protocol: "https".into(),
        information: information.into(),
        nth: 0,
    }
}

fn host(site: &str, information: &str, host: &str) -> Fix {
    Fix::GiveHost {
        binding: name(site, information),
        host: host.into(),
    }
}

fn planned(scan: &Scan, fixes: &[Fix]) -> (Plan, String) {
    let plan = make(&scan.ground(), fixes);
    let text = spliced(&scan.source.text, &plan.edits);
    let new = Source::read(text.as_bytes()).expect("text");
    prove(&plan, &scan.configuration, &new).expect("as planned");
    (plan, text)
}

/// The one refusal of one wish.
fn refused(scan: &Scan, fix: Fix) -> Refusal {
    let (plan, text) = planned(scan, &[fix]);
    assert_eq!(text, scan.source.text);
    let (_, refusal) = plan.refused.first().expect("refused");
    refusal.clone()
}

#[test]
fn the_greyed_out_host_is_given_and_nothing_else_changes() {
    let scan = Server::of(&[site("shop", 1, &["http *:80:", "https *:443:"])])
        .version(IisVersion::V7_5)
        .scan();
    let (plan, text) = planned(&scan, &[host("shop", "*:443:", "Shop.Example.com.")]);
    let expected = scan
        .source
        .text
        .replace("\"*:443:\"", "\"*:443:shop.example.com\"");
    assert_eq!(text, expected);
    assert_eq!(plan.entries().count(), 0);
    let change = &plan.steps[0].changes[0];
    assert_eq!(change.old.as_deref(), Some("bindingInformation=\"*:443:\""));
    assert_eq!(
        change.new.as_deref(),
        Some("bindingInformation=\"*:443:shop.example.com\"")
    );
}

#[test]
fn sni_comes_with_its_entry() {
    let (www, wild) = (sound(&["www.example.com"]), sound(&["*.example.com"]));
    let server = Server::of(&[site("www", 1, &["https *:443:www.example.com"])]);
    let on = |thumbprint| Fix::TurnSniOn {
        binding: name("www", "*:443:www.example.com"),
        thumbprint,
    };
    let known = server
        .entries(&[("ipport=0.0.0.0:443", Some(&wild))])
        .certificates(&[&wild, &www]);
    let scan = known.scan();
    let (plan, text) = planned(&scan, &[on(None)]);
    assert!(text.contains("bindingInformation=\"*:443:www.example.com\" sslFlags=\"1\" />"));
    let entry = plan.entries().next().expect("an entry");
    // What is served now covers the host, so nobody sees another certificate than before.
    assert_eq!(entry.thumbprint, Some(wild.thumbprint));
    let (plan, _) = planned(&scan, &[on(Some(www.thumbprint))]);
    let line = argv(Verb::Add, plan.entries().next().expect("an entry")).join(" ");
    let expected = format!(
        "netsh http add sslcert hostnameport=www.example.com:443 certhash={} appid={{4dc3e181-e14b-4a21-b022-59fc669b0914}} certstorename=MY",
        www.thumbprint
    );
    assert_eq!(line, expected);
    let other = sound(&["other.example.com"]);
    assert_eq!(
        refused(&scan, on(Some(other.thumbprint))),
        Refusal::CertificateUnknown
    );
}

#[test]
fn sni_without_a_certificate_is_refused() {
    let other = sound(&["other.example.com"]);
    let sites = [site("www", 1, &["https *:443:www.example.com"])];
    let on = Fix::TurnSniOn {
        binding: name("www", "*:443:www.example.com"),
        thumbprint: None,
    };
    let needs = Refusal::NeedsCertificate {
        host: "www.example.com".into(),
    };
    // No listing; an entry whose certificate is another's; stores with another's alone.
    assert_eq!(refused(&Server::of(&sites).scan(), on.clone()), needs);
    let scan = Server::of(&sites)
        .entries(&[("ipport=0.0.0.0:443", Some(&other))])
        .certificates(&[&other])
        .scan();
    assert_eq!(refused(&scan, on), needs);
    // A binding that has SNI needs an entry for its new name too.
    let scan = Server::of(&[site("www", 1, &["https *:443:www.example.com 1"])]).scan();
    let moved = host("www", "*:443:www.example.com", "new.example.com");
    assert!(matches!(
        refused(&scan, moved),
        Refusal::NeedsCertificate { .. }
    ));
}

#[test]
fn wishes_that_contradict_or_collide_are_told_and_the_others_stay() {
    let scan = Server::of(&[
        site("a", 1, &["https *:443:"]),
        site("b", 2, &["https *:443:b.example"]),
        site("c", 3, &["https *:443:c.example"]),
    ])
    .scan();
    let moved = |of: &str, to: &str| Fix::Move {
        binding: name(of, &format!("*:443:{of}.example")),
        information: to.into(),
    };
    let fixes = [
        host("a", "*:443:", "B.example"),
        moved("c", "*:8443:c.example"),
        Fix::Remove {
            binding: name("c", "*:443:c.example"),
        },
        moved("b", "*:444:c.example"),
        moved("b", "*:444:d.example"),
    ];
    let (plan, text) = planned(&scan, &fixes);
    let refused: Vec<u32> = plan.refused.iter().map(|(number, _)| *number).collect();
    assert_eq!(refused, [2, 4]);
    assert_eq!(plan.refused[0].1, Refusal::Contradicts { other: 2 });
    // b moves away, so a may have its name.
    assert!(text.contains("*:443:b.example") && text.contains("*:444:c.example"));
    // When b stays after all, a may not.
    let stays = [
        host("a", "*:443:", "b.example"),
        moved("b", "*:0:c.example"),
    ];
    let (plan, text) = planned(&scan, &stays);
    assert_eq!(text, scan.source.text);
    assert!(matches!(plan.refused[0].1, Refusal::Taken { .. }));
    assert!(matches!(plan.refused[1].1, Refusal::Information { .. }));
    // Two that want the same place.
    let same = [
        host("a", "*:443:", "z.example"),
        moved("b", ":443:Z.example"),
    ];
    let (plan, _) = planned(&scan, &same);
    assert!(matches!(plan.refused[..], [(1, Refusal::SameGoal { .. })]));
    // Places may be swapped.
    let swap = [moved("b", "*:443:c.example"), moved("c", "*:443:b.example")];
    let (plan, _) = planned(&scan, &swap);
    assert_eq!((plan.refused.len(), plan.edits.len()), (0, 2));
}

#[test]
fn wishes_that_make_no_sense_are_refused_with_the_reason() {
    let scan = Server::of(&[
        site(
            "shop",
            1,
            &[
                "http *:80:",
                "https *:443:",
                "https *:443:a.example 2",
                "net.tcp 808:*",
            ],
        ),
        site("twice", 2, &["https *:1:"]),
        site("twice", 3, &["https *:1:"]),
    ])
    .version(IisVersion::V8_5)
    .scan();
    let flags = |set: SslFlag| Fix::SetFlags {
        binding: name("shop", "*:443:a.example"),
        set: vec![set],
        clear: Vec::new(),
    };
    let http = BindingName {
        protocol: "http".into(),
        ..name("shop", "*:80:")
    };
    for (fix, expected) in [
        (host("none", "*:443:", "a"), Refusal::SiteUnknown),
        (host("twice", "*:1:", "a"), Refusal::SiteTwice),
        (host("shop", "*:444:", "a"), Refusal::BindingUnknown),
        (
            host("shop", "*:443:", "a b"),
            Refusal::Host {
                fault: HostFault::Character(' '),
            },
        ),
        (
            host("shop", "*:443:", "*.a.example"),
            Refusal::Host {
                fault: HostFault::WildcardVersion(IisVersion::V8_5),
            },
        ),
        (
            flags(SslFlag::NoHttp2),
            Refusal::FlagTooNew {
                flag: SslFlag::NoHttp2,
                version: IisVersion::V8_5,
            },
        ),
        (
            Fix::TurnSniOn {
                binding: name("shop", "*:443:"),
                thumbprint: None,
            },
            Refusal::SniWithoutHost,
        ),
        (
            Fix::TurnSniOn {
                binding: http.clone(),
                thumbprint: None,
            },
            Refusal::NotHttps,
        ),
        (
            Fix::AddHttps {
                beside: name("shop", "*:443:"),
                port: 443,
                thumbprint: None,
            },
            Refusal::NotHttp,
        ),
    ] {
        assert_eq!(refused(&scan, fix.clone()), expected, "{fix:?}");
    }
    let newer = Server::of(&[site("shop", 1, &["https *:443:a.example 2"])]).scan();
    assert_eq!(
        refused(&newer, flags(SslFlag::NoHttp2)),
        Refusal::FlagAgainstCentralStore {
            flag: SslFlag::NoHttp2
        }
    );
}

#[test]
fn https_comes_beside_http_and_a_double_goes() {
    let cert = sound(&["a.example"]);
    let scan = Server::of(&[
        site("shop", 1, &["http 192.0.2.1:80:a.example"]),
        site(
            "www",
            2,
            &["https *:444:b.example 1", "https *:444:b.example 1"],
        ),
    ])
    .entries(&[])
    .certificates(&[&cert])
    .scan();
    let fixes = [
        Fix::AddHttps {
            beside: BindingName {
                protocol: "http".into(),
                ..name("shop", "192.0.2.1:80:a.example")
            },
            port: 443,
            thumbprint: None,
        },
        Fix::Remove {
            binding: BindingName {
                nth: 1,
                ..name("www", "*:444:b.example")
            },
        },
    ];
    let (plan, text) = planned(&scan, &fixes);
    assert_eq!(plan.refused, []);
    let added = "<binding protocol=\"https\" bindingInformation=\"192.0.2.1:443:a.example\" sslFlags=\"1\" />";
    assert!(text.contains(added));
    assert_eq!(text.matches("*:444:b.example").count(), 1);
    assert_eq!(plan.entries().count(), 1);
}

#[test]
fn unknown_bits_stay_when_flags_change_by_name() {
    let scan = Server::of(&[site("shop", 1, &["https *:443:a.example 4358"])]).scan();
    let fix = Fix::SetFlags {
        binding: name("shop", "*:443:a.example"),
        set: Vec::new(),
        clear: vec![SslFlag::NoHttp2],
    };
    let (_, text) = planned(&scan, &[fix]);
    assert!(text.contains("sslFlags=\"4354\""));
}

#[test]
fn a_plan_file_says_the_same_to_whoever_reads_it() {
    let cert = sound(&["www.example.com"]);
    let scan = Server::of(&[site("www", 1, &["https *:443:www.example.com"])])
        .entries(&[])
        .certificates(&[&cert])
        .scan();
    let fixes = [Fix::TurnSniOn {
        binding: name("www", "*:443:www.example.com"),
        thumbprint: None,
    }];
    let ground: Ground<'_> = scan.ground();
    let plan = make(&ground, &fixes);
    let file = PlanFile::of(&plan, &scan.path, scan.sha256, &ground);
    let read = PlanFile::parse(file.text().as_bytes()).expect("a plan");
    assert_eq!(read, file);
    let bytes = scan.source.encode(&scan.source.text).expect("bytes");
    let remade = read.remake(&bytes).expect("a configuration");
    assert_eq!(remade.plan.edits, plan.edits);
    assert_eq!(remade.plan.refused, []);
    for other in ["", "{}", "[]", "{\"kind\":\"x\",\"schema\":1}"] {
        assert!(PlanFile::parse(other.as_bytes()).is_err());
    }
    let newer = file.text().replace("\"schema\": 1", "\"schema\": 2");
    assert!(PlanFile::parse(newer.as_bytes()).is_err());
}

#[test]
fn the_diff_is_that_of_the_two_texts() {
    let sites: Vec<String> = (1..30)
        .map(|id| {
            site(
                &format!("s{id}"),
                id,
                &["http *:80:", &format!("https *:{id}:")],
            )
        })
        .collect();
    let scan = Server::of(&sites).scan();
    let fixes = [
        host("s3", "*:3:", "a.example"),
        Fix::Remove {
            binding: name("s4", "*:4:"),
        },
        host("s20", "*:20:", "b.example"),
    ];
    let (plan, text) = planned(&scan, &fixes);
    let (mut old, mut new) = (Vec::new(), Vec::new());
    for hunk in hunks(&scan.source, &plan.edits, 3) {
        let lines = hunk.lines.iter();
        let (mut at_old, mut at_new) = (hunk.old_line, hunk.new_line);
        for line in lines {
            match line {
                DiffLine::Same(text) => {
                    old.push((at_old, text.clone()));
                    new.push((at_new, text.clone()));
                    (at_old, at_new) = (at_old + 1, at_new + 1);
                }
                DiffLine::Removed(text) => {
                    old.push((at_old, text.clone()));
                    at_old += 1;
                }
                DiffLine::Added(text) => {
                    new.push((at_new, text.clone()));
                    at_new += 1;
                }
            }
        }
    }
    for (lines, text) in [(old, &scan.source.text), (new, &text)] {
        for (number, line) in lines {
            assert_eq!(
                text.lines().nth(number as usize - 1),
                Some(line.as_str()),
                "{number}"
            );
        }
    }
    let marked = hunks(&scan.source, &plan.edits, 0);
    let changed = marked.iter().flat_map(|hunk| &hunk.lines);
    let changed = changed
        .filter(|line| !matches!(line, DiffLine::Same(_)))
        .count();
    assert_eq!(changed, 5);
}
