//! For made-up configurations and plans: every byte outside the planned attributes is unchanged, undo
//! restores the original, and a second apply changes nothing.

use certwright::core::artifact::Fingerprint;
use certwright::core::iis::config::{Source, read};
use certwright::core::iis::flags::SslFlag;
use certwright::core::iis::history::{Act, Applied, PlanId, apply, undo};
use certwright::core::iis::plan::{
    BindingAt, BindingName, Fix, Ground, Plan, make, prove, spliced,
};
use certwright::core::progress::Unwatched;
use proptest::prelude::*;
use zeroize::Zeroizing;

use super::made::{CONFIG, Server, now};

/// How a file is written.
#[derive(Clone, Debug)]
struct Style {
    line_end: &'static str,
    quote: char,
    blank: &'static str,
    encoding: u8,
    comment: &'static str,
}

fn style() -> impl Strategy<Value = Style> {
    (
        prop_oneof![Just("\r\n"), Just("\n")],
        prop_oneof![Just('"'), Just('\'')],
        prop_oneof![Just(""), Just(" "), Just("\t"), Just("\n ")],
        0u8..5,
        prop_oneof![Just(""), Just("<!-- 店 <binding> -->"), Just("<!--x-->")],
    )
        .prop_map(|(line_end, quote, blank, encoding, comment)| Style {
            line_end,
            quote,
            blank,
            encoding,
            comment,
        })
}

/// Protocol, port, host, flags; flags 255 are left out.
type Written = (bool, u8, u8, u8);

fn text(style: &Style, sites: &[Vec<Written>]) -> String {
    let Style {
        line_end,
        quote: q,
        blank,
        comment,
        ..
    } = style;
    let mut out = format!(
        "<?xml version={q}1.0{q}?>{line_end}<configuration>{line_end}<system.applicationHost><sites>{line_end}"
    );
    for (index, bindings) in sites.iter().enumerate() {
        out += &format!(
            "\t<site id={q}{}{q} name={q}s&amp;{index}{q}>{comment}{line_end}\t <bindings>{line_end}",
            index + 1
        );
        for (https, port, host, flags) in bindings {
            let protocol = if *https { "https" } else { "http" };
            let host = match host % 4 {
                0 => String::new(),
                host => format!("h{host}.example"),
            };
            let flags = match flags {
                255 => String::new(),
                flags => format!(" sslFlags{blank}={blank}{q}{flags}{q}"),
            };
            out += &format!(
                "\t  <binding{flags} protocol={q}{protocol}{q} bindingInformation{blank}={blank}{q}*:{port}:{host}{q}/>{comment}{line_end}"
            );
        }
        out += &format!("\t </bindings>{line_end}\t</site>{line_end}");
    }
    out + "</sites></system.applicationHost>" + comment + "</configuration>"
}

fn bytes(style: &Style, text: &str) -> Vec<u8> {
    let mark = "\u{feff}";
    let utf16 = |text: &str, big: bool| -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| {
                if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect()
    };
    match style.encoding {
        0 => text.as_bytes().to_vec(),
        1 => format!("{mark}{text}").into_bytes(),
        2 => utf16(&format!("{mark}{text}"), false),
        3 => utf16(&format!("{mark}{text}"), true),
        _ => utf16(text, false),
    }
}

/// A wish for the n-th binding.
fn wish(name: BindingName, kind: u8, value: u8) -> Fix {
    match kind % 6 {
        0 => Fix::GiveHost {
            binding: name,
            host: format!("g{}.example", value % 5).into(),
        },
        1 => Fix::TurnSniOn {
            binding: name,
            thumbprint: None,
        },
        2 => Fix::SetFlags {
            binding: name,
            set: vec![SslFlag::ALL[usize::from(value % 8)]],
            clear: vec![SslFlag::ALL[usize::from(value.wrapping_add(3) % 8)]],
        },
        3 => Fix::Move {
            binding: name,
            information: format!("[::1]:{}:m{}.example", 1 + u16::from(value), value % 3).into(),
        },
        4 => Fix::Remove { binding: name },
        _ => Fix::AddHttps {
            beside: name,
            port: 4000 + u16::from(value),
            thumbprint: None,
        },
    }
}

fn planned(source: &Source, wishes: &[(u8, u8, u8, u8)]) -> (Plan, Vec<Fix>) {
    let configuration = read(source).expect("sites");
    let fixes: Vec<Fix> = wishes
        .iter()
        .filter_map(|(site, binding, kind, value)| {
            let sites = configuration.sites.len().max(1);
            let site = usize::from(*site) % sites;
            let bindings = configuration.sites.get(site)?.bindings.len().max(1);
            let at = BindingAt {
                site: site as u32,
                binding: (usize::from(*binding) % bindings) as u32,
            };
            Some(wish(BindingName::of(&configuration, at)?, *kind, *value))
        })
        .collect();
    let ground = Ground {
        source,
        configuration: &configuration,
        version: None,
        entries: None,
        certificates: None,
        is_settled: true,
        now: now(),
    };
    let plan = make(&ground, &fixes);
    let new = spliced(&source.text, &plan.edits);
    let new = Source::read(new.as_bytes()).expect("text");
    prove(&plan, &configuration, &new).expect("as planned");
    (plan, fixes)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn only_planned_attributes_change(
        style in style(),
        sites in prop::collection::vec(prop::collection::vec((any::<bool>(), 1u8..9, any::<u8>(), prop_oneof![Just(255u8), any::<u8>()]), 0..5), 0..6),
        wishes in prop::collection::vec(any::<(u8, u8, u8, u8)>(), 0..10),
    ) {
        let text = text(&style, &sites);
        let old = bytes(&style, &text);
        let source = Source::read(&old).expect("text");
        prop_assert_eq!(&source.text, &text);
        let (plan, _) = planned(&source, &wishes);
        let new = source.encode(&spliced(&source.text, &plan.edits)).expect("encoded");

        // Pieces between the edits are there, in order, and nothing else is but the new values.
        let new_text = Source::read(&new).expect("text").text;
        let mut rest: &str = &new_text;
        let mut from = 0;
        for edit in &plan.edits {
            let kept = &text.as_bytes()[from..edit.span.start as usize];
            let kept = std::str::from_utf8(kept).expect("whole characters");
            rest = rest.strip_prefix(kept).expect("kept text");
            rest = rest.strip_prefix(edit.new.as_str()).expect("the new value");
            from = edit.span.end as usize;
        }
        prop_assert_eq!(rest.as_bytes(), &text.as_bytes()[from..]);

        // Apply, again, and back.
        let server = Server::written("");
        server.with_env(|env| {
            env.files.write(CONFIG.as_ref(), &old, false, true).expect("written");
            let act = |expected: &[u8]| Act {
                id: PlanId("p".to_owned()),
                config: CONFIG.into(),
                expected: Fingerprint::of(expected),
                bytes: Zeroizing::new(new.clone()),
                plan: serde_json::Value::Null,
            };
            let now_there = || env.files.read(CONFIG.as_ref(), 1 << 20).expect("there").to_vec();
            let applied = apply(&act(&old), env, &Unwatched).expect("applied");
            assert_eq!(now_there(), new);
            assert_eq!(applied == Applied::Unchanged, old == new);
            assert_eq!(apply(&act(&new), env, &Unwatched), Ok(Applied::Unchanged));
            if old != new {
                undo(CONFIG.as_ref(), None, env).expect("undone");
            }
            assert_eq!(now_there(), old);
        });
    }

    #[test]
    fn wishes_that_are_fulfilled_wish_for_nothing_more(
        style in style(),
        sites in prop::collection::vec(prop::collection::vec((Just(true), 1u8..9, any::<u8>(), any::<u8>()), 1..4), 1..4),
        wishes in prop::collection::vec((any::<u8>(), any::<u8>(), 1u8..3, any::<u8>()), 1..6),
    ) {
        let text = text(&style, &sites);
        let source = Source::read(text.as_bytes()).expect("text");
        let (plan, fixes) = planned(&source, &wishes);
        let accepted: Vec<Fix> = plan.steps.iter().map(|step| step.fix.clone()).collect();
        prop_assert!(accepted.len() <= fixes.len());
        let new = Source::read(spliced(&source.text, &plan.edits).as_bytes()).expect("text");
        let configuration = read(&new).expect("sites");
        let ground = Ground {
            source: &new,
            configuration: &configuration,
            version: None,
            entries: None,
            certificates: None,
            is_settled: true,
            now: now(),
        };
        // Flags leave names of bindings as they are, so the same wishes can be made again.
        let again = make(&ground, &accepted);
        prop_assert!(again.edits.is_empty(), "{:?}", again.edits);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
        if let Ok(source) = Source::read(text.as_bytes()) {
            read(&source).ok();
        }
    }

    #[test]
    fn any_damage_is_read_or_refused(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = std::fs::read(super::made::web_03().join("applicationHost.config")).expect("a fixture");
        let index = at.index(bytes.len());
        bytes[index] = byte;
        if let Ok(source) = Source::read(&bytes) {
            prop_assert_eq!(source.encode(&source.text), Some(bytes));
            read(&source).ok();
        }
    }
}
