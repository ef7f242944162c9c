//! From lines to what is expected: labels, tables and addresses fill one instruction after the other.

use super::clean::{bare, cleaned, unquoted};
use super::label::{Field, labelled};
use super::row::{Kind, arrow, file_url, meta_tag, pair, row, self_named};
use super::zone::complete;
use super::{Expected, Note, Recognised, guess, json};
use crate::core::env::DnsName;

/// Bytes of pasted text that are read.
const BYTES: usize = 256 << 10;
/// Instructions that are read.
const MOST: usize = 500;

pub(super) fn recognise(text: &str, names: &[DnsName]) -> Recognised {
    let mut end = text.len().min(BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let (clean, changed) = cleaned(text.get(..end).unwrap_or_default());
    let mut reader = Reader::new(names);
    if json::read(&clean, &mut reader).is_none() {
        reader.lines(&clean);
    }
    let mut read = reader.read;
    if changed > 0 {
        read.notes.push(Note::Cleaned { count: changed });
    }
    if end < text.len() || read.expected.len() >= MOST {
        read.notes.push(Note::Cut);
    }
    if read.expected.is_empty() {
        read.notes.push(Note::Nothing);
    }
    read.authority = guess::authority(&clean);
    read.profile = guess::profile(&clean);
    read
}

/// What is known of the instruction at hand.
#[derive(Default)]
struct Draft {
    host: Option<String>,
    kind: Option<Kind>,
    value: Option<String>,
    target: Option<String>,
    url: Option<String>,
    folder: Option<String>,
    file: Option<String>,
    content: Option<String>,
}

/// Reads.
pub(super) struct Reader<'a> {
    names: &'a [DnsName],
    /// The domain that the text names, in place of those of the order.
    domain: Option<DnsName>,
    draft: Draft,
    /// What the next line holds.
    pending: Option<Field>,
    read: Recognised,
}

impl<'a> Reader<'a> {
    fn new(names: &'a [DnsName]) -> Self {
        Self {
            names,
            domain: None,
            draft: Draft::default(),
            pending: None,
            read: Recognised::default(),
        }
    }

    pub fn note(&mut self, note: Note) {
        if !self.read.notes.contains(&note) {
            self.read.notes.push(note);
        }
    }

    pub fn expect(&mut self, expected: Expected) {
        if self.read.expected.len() < MOST && !self.read.expected.contains(&expected) {
            self.read.expected.push(expected);
        }
    }

    fn lines(&mut self, text: &str) {
        for line in text.lines() {
            let line = line.trim();
            match line.is_empty() {
                // What a file holds ends at an empty line; everything else may be spread.
                true if self.draft.content.is_some() => self.pending = None,
                true => {}
                false => self.line(line),
            }
        }
        self.flush();
    }

    fn line(&mut self, line: &str) {
        if self.sentence(line) {
            return;
        }
        let whole = row(line).or_else(|| arrow(line)).or_else(|| pair(line));
        if let Some(row) = whole {
            self.pending = None;
            self.flush();
            if let Some(domain) = &row.domain {
                self.put_domain(domain);
            }
            return self.emit_record(row.kind, &row.host, &row.value);
        }
        if let Some(tag) = meta_tag(line) {
            return self.emit_tag(tag);
        }
        if let Some(value) = self_named(line) {
            return self.emit_at_domain(&value);
        }
        if let Some((field, value)) = labelled(line) {
            return match value.is_empty() {
                true => self.pending = Some(field),
                false => {
                    self.put(field, value);
                    self.pending = self.draft.content.as_ref().map(|_| Field::Content);
                }
            };
        }
        if let Some(url) = file_url(line) {
            return self.put(Field::Url, url);
        }
        match self.pending {
            Some(Field::Content) => self.put(Field::Content, line),
            Some(field) => {
                self.pending = None;
                self.put(field, line);
            }
            None => {}
        }
    }

    /// Sentences of ACME programs that announce what follows.
    fn sentence(&mut self, line: &str) -> bool {
        let lower = line.to_lowercase();
        let field = if lower.contains("txt record under the name") {
            Field::Host
        } else if lower.contains("with the following value") {
            Field::Value
        } else if lower.contains("containing just this data") {
            Field::Content
        } else if lower.contains("web server at this url") || lower.ends_with("at this url:") {
            Field::Url
        } else {
            return false;
        };
        if field == Field::Host {
            self.draft.kind = Some(Kind::Txt);
        }
        let mut words = line.split_whitespace();
        let named = words.find(|word| word.starts_with('_') && word.contains('.'));
        let names_host = field == Field::Host || self.pending == Some(Field::Host);
        match named.filter(|_| names_host) {
            Some(name) => {
                let follows = lower.contains("with the following value");
                self.put(Field::Host, name);
                self.draft.kind = Some(Kind::Txt);
                self.pending = follows.then_some(Field::Value);
            }
            None => self.pending = Some(field),
        }
        true
    }

    /// Notes a field; one that is there already begins the next instruction.
    pub fn put(&mut self, field: Field, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let is_file =
            self.draft.url.is_some() || self.draft.file.is_some() || self.draft.folder.is_some();
        match field {
            Field::Domain => self.put_domain(text),
            Field::Host => {
                self.begin(|draft| draft.host.is_some());
                self.draft.host = Some(bare(text).to_owned());
            }
            Field::Kind => {
                self.begin(|draft| draft.kind.is_some() && draft.value.is_some());
                self.draft.kind = Kind::parse(text);
            }
            Field::Content if !is_file && self.draft.host.is_some() => {
                self.draft.value = Some(unquoted(text));
            }
            Field::Content => self.put_content(text),
            Field::Value => {
                self.begin(|draft| draft.value.is_some());
                self.draft.value = Some(unquoted(text));
            }
            Field::Target => {
                self.draft.target = Some(bare(text).to_owned());
            }
            Field::Url => {
                let url = file_url(text).unwrap_or(text);
                self.begin(|draft| draft.url.is_some());
                if url.contains("/.well-known/") {
                    self.draft.url = Some(url.to_owned());
                }
            }
            Field::FileName => {
                self.begin(|draft| draft.file.is_some());
                self.draft.file = Some(bare(text).to_owned());
            }
            Field::Folder => self.draft.folder = Some(bare(text).to_owned()),
        }
    }

    /// acme.sh calls the record's name its domain.
    fn put_domain(&mut self, text: &str) {
        let text = bare(text.split_whitespace().next().unwrap_or_default());
        if text.starts_with('_') {
            return self.put(Field::Host, text);
        }
        if let Some(domain) = DnsName::parse(text).filter(|name| name.labels().count() > 1) {
            if self.domain.as_ref() != Some(&domain) {
                self.flush();
            }
            self.domain = Some(domain);
        }
    }

    /// Lines of a file follow each other.
    fn put_content(&mut self, text: &str) {
        match &mut self.draft.content {
            Some(content) => {
                content.push('\n');
                content.push_str(text);
            }
            None => self.draft.content = Some(unquoted(text)),
        }
    }

    fn begin(&mut self, has_begun: impl Fn(&Draft) -> bool) {
        if has_begun(&self.draft) {
            self.flush();
        }
    }

    /// Ends the instruction at hand.
    pub fn flush(&mut self) {
        let draft = std::mem::take(&mut self.draft);
        self.pending = None;
        let url = draft.url.clone().or_else(|| self.url_of(&draft));
        match (url, draft.content) {
            (Some(url), Some(content)) => self.expect(Expected::File {
                url,
                content: content.into_bytes(),
            }),
            // A console's answer tells the value once, for record and file.
            (Some(url), None) => match &draft.value {
                Some(value) if draft.host.is_none() || draft.folder.is_some() => {
                    self.expect(Expected::File {
                        url,
                        content: value.clone().into_bytes(),
                    });
                }
                Some(_) => {}
                None => self.note(Note::ValueMissing { at: url }),
            },
            (None, Some(_)) | (None, None) => {}
        }
        let value = draft.target.clone().or_else(|| draft.value.clone());
        let kind = match (draft.kind, &draft.target) {
            (Some(kind), _) => kind,
            (None, Some(_)) => Kind::Cname,
            (None, None) => Kind::Txt,
        };
        match (draft.host, value) {
            (Some(host), Some(value)) => self.emit_record(kind, &host, &value),
            (Some(host), None) if host.contains('_') => self.note(Note::ValueMissing { at: host }),
            (None, Some(value)) if draft.folder.is_none() && draft.url.is_none() => {
                self.emit_alone(kind, &value);
            }
            _ => {}
        }
    }

    /// The address of a file told by folder and name.
    fn url_of(&self, draft: &Draft) -> Option<String> {
        let folder = draft.folder.as_deref();
        let file = draft.file.as_deref();
        let path = match (folder, file) {
            (Some(folder), Some(file)) if !folder.ends_with(file) => {
                format!("{}/{file}", folder.trim_end_matches('/'))
            }
            (Some(folder), _) => folder.to_owned(),
            (None, Some(file)) => format!("/.well-known/pki-validation/{file}"),
            (None, None) => return None,
        };
        let at = path.find("/.well-known/")?;
        let path = path.get(at..)?;
        let is_file = !path.ends_with('/') && path.matches('/').count() > 2;
        let host = self.host_of_order()?;
        is_file.then(|| format!("http://{}{path}", host.base()))
    }

    fn host_of_order(&self) -> Option<DnsName> {
        self.domain.clone().or_else(|| self.names.first().cloned())
    }

    fn zones(&self) -> Vec<DnsName> {
        match &self.domain {
            Some(domain) => vec![domain.clone()],
            None => self.names.to_vec(),
        }
    }

    fn emit_record(&mut self, kind: Kind, host: &str, value: &str) {
        let (names, notes) = complete(host, &self.zones());
        notes.into_iter().for_each(|note| self.note(note));
        for name in names {
            match kind {
                Kind::Txt => self.expect(Expected::Txt {
                    name,
                    value: value.to_owned(),
                }),
                Kind::Cname => match DnsName::parse(bare(value)) {
                    Some(target) => self.expect(Expected::Cname { name, target }),
                    None => self.note(Note::ValueMissing {
                        at: name.to_string(),
                    }),
                },
            }
        }
    }

    /// A value without a host: CAs that give one alone look at the domain itself.
    fn emit_alone(&mut self, kind: Kind, value: &str) {
        let is_value = value.len() > 7 && !value.contains(char::is_whitespace);
        if kind == Kind::Txt && is_value {
            self.emit_at_domain(value);
        }
    }

    fn emit_at_domain(&mut self, value: &str) {
        let Some(name) = self.host_of_order().map(|name| name.base()) else {
            return self.note(Note::ZoneUnknown {
                host: "@".to_owned(),
            });
        };
        self.note(Note::HostGuessed { name: name.clone() });
        self.expect(Expected::Txt {
            name,
            value: value.to_owned(),
        });
    }

    fn emit_tag(&mut self, tag: &str) {
        let Some(host) = self.host_of_order() else {
            return self.note(Note::ZoneUnknown {
                host: "@".to_owned(),
            });
        };
        self.expect(Expected::File {
            url: format!("http://{}/.well-known/pki-validation/gsdv.txt", host.base()),
            content: tag.as_bytes().to_vec(),
        });
    }
}
