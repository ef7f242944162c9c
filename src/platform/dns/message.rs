//! Messages: what is asked, and what came, record by record.

use hickory_resolver::proto::op::{
    DnsRequest, DnsRequestOptions, DnsResponse, Edns, Message, Query, ResponseCode,
};
use hickory_resolver::proto::rr::rdata::opt::EdnsOption;
use hickory_resolver::proto::rr::{DNSClass, Name, RData, Record, RecordType as WireType};
use hickory_resolver::proto::serialize::binary::{
    BinDecodable, BinEncodable, BinEncoder, NameEncoding,
};

use crate::core::env::{
    DnsAnswer, DnsFault, DnsName, DnsQuestion, DnsRecord, RecordData, RecordType,
};
use crate::core::limits;

/// Bytes of an answer over UDP, which pass every network unbroken (DNS flag day 2020).
const UDP_BYTES: u16 = 1232;
/// The option that tells why (RFC 8914).
const EXTENDED_ERROR: u16 = 15;

/// The message that asks.
///
/// # Errors
/// [`DnsFault::Broken`] for a name that cannot be written down.
pub fn request(question: &DnsQuestion) -> Result<DnsRequest, DnsFault> {
    let mut edns = Edns::new();
    edns.set_max_payload(UDP_BYTES);
    edns.set_dnssec_ok(question.wants_signatures);
    let mut request = plain(question)?;
    request.set_edns(edns);
    Ok(request)
}

/// Whether a server refuses a message for its EDNS, and has to be asked without (RFC 6891 section 6.2.2).
pub fn is_without_edns(response: &DnsResponse) -> bool {
    let refuses = matches!(
        response.response_code,
        ResponseCode::FormErr | ResponseCode::NotImp
    );
    refuses && response.edns.is_none()
}

/// The message that asks, without EDNS.
///
/// # Errors
/// As [`request`].
pub fn plain(question: &DnsQuestion) -> Result<DnsRequest, DnsFault> {
    let mut message = Message::query();
    message.metadata.recursion_desired = question.is_recursive;
    message.metadata.checking_disabled = question.wants_signatures;
    // Without this a resolver does not say that it validated (RFC 6840 section 5.7).
    message.metadata.authentic_data = question.is_recursive && !question.wants_signatures;
    message.add_query(query(question)?);
    let mut options = DnsRequestOptions::default();
    options.retry_interval = std::time::Duration::from_millis(limits::DNS_AGAIN_MS);
    Ok(DnsRequest::new(message, options))
}

fn query(question: &DnsQuestion) -> Result<Query, DnsFault> {
    let labels: Vec<Vec<u8>> = question.name.labels().map(octets).collect();
    let mut name =
        Name::from_labels(labels).map_err(|fault| DnsFault::Broken(fault.to_string()))?;
    name.set_fqdn(true);
    Ok(Query::query(name, WireType::from(question.kind.0)))
}

/// The octets of a label, `\DDD` undone.
fn octets(label: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(label.len());
    let mut bytes = label.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' => {
                let digits = bytes.by_ref().take(3);
                let value = digits.fold(0_u16, |value, digit| {
                    value * 10 + u16::from(digit.saturating_sub(b'0'))
                });
                out.push(u8::try_from(value).unwrap_or(u8::MAX));
            }
            other => out.push(other),
        }
    }
    out
}

/// What a server said.
///
/// # Errors
/// [`DnsFault::Broken`] when it answers another question, [`DnsFault::TooLarge`] for too many records.
pub fn answer(
    question: &DnsQuestion,
    response: DnsResponse,
    is_over_tcp: bool,
) -> Result<DnsAnswer, DnsFault> {
    let message = response.into_message();
    if message.queries != [query(question)?] {
        return Err(DnsFault::Broken("an answer to another question".to_owned()));
    }
    let count = message.answers.len() + message.authorities.len() + message.additionals.len();
    if count > limits::DNS_RECORDS {
        return Err(DnsFault::TooLarge(count as u64));
    }
    Ok(DnsAnswer {
        code: message.metadata.response_code.into(),
        is_authoritative: message.metadata.authoritative,
        is_authenticated: message.metadata.authentic_data,
        recurses: message.metadata.recursion_available,
        is_over_tcp,
        answers: records(&message.answers)?,
        authority: records(&message.authorities)?,
        additional: records(&message.additionals)?,
        errors: message.edns.as_ref().map(errors).unwrap_or_default(),
    })
}

fn errors(edns: &Edns) -> Vec<(u16, String)> {
    let options = edns.options().as_ref().iter();
    options
        .filter_map(|(_, option)| match option {
            EdnsOption::Unknown(EXTENDED_ERROR, bytes) => extended_error(bytes),
            _ => None,
        })
        .take(limits::DNS_ERRORS)
        .collect()
}

fn extended_error(bytes: &[u8]) -> Option<(u16, String)> {
    let (code, text) = bytes.split_first_chunk::<2>()?;
    let text = String::from_utf8_lossy(text);
    let text = text.chars().take(limits::DNS_ERROR_CHARS).collect();
    Some((u16::from_be_bytes(*code), text))
}

/// The records of the Internet; there are no others that anybody asked for.
fn records(records: &[Record]) -> Result<Vec<DnsRecord>, DnsFault> {
    let internet = records
        .iter()
        .filter(|record| record.dns_class == DNSClass::IN);
    internet.map(record).collect()
}

fn record(record: &Record) -> Result<DnsRecord, DnsFault> {
    Ok(DnsRecord {
        name: name(&record.name),
        ttl: record.ttl,
        kind: RecordType(record.record_type().into()),
        data: data(&record.data)?,
    })
}

fn name(name: &Name) -> DnsName {
    DnsName::from_labels(name.iter())
}

fn data(data: &RData) -> Result<RecordData, DnsFault> {
    Ok(match data {
        RData::A(address) => RecordData::A(address.0),
        RData::AAAA(address) => RecordData::Aaaa(address.0),
        RData::CNAME(target) => RecordData::Cname(name(&target.0)),
        RData::NS(server) => RecordData::Ns(name(&server.0)),
        RData::SOA(soa) => RecordData::Soa {
            primary: name(&soa.mname),
            serial: soa.serial,
            minimum: soa.minimum,
        },
        RData::TXT(text) => {
            RecordData::Txt(text.txt_data.iter().map(|text| text.to_vec()).collect())
        }
        RData::CAA(caa) => RecordData::Caa {
            flags: u8::from(caa.issuer_critical) << 7 | caa.reserved_flags,
            tag: caa.tag.clone(),
            value: caa.value.clone(),
        },
        RData::Unknown { code, rdata } if u16::from(*code) == RecordType::DNAME.0 => {
            let target = Name::from_bytes(&rdata.anything)
                .map_err(|fault| DnsFault::Broken(fault.to_string()))?;
            RecordData::Cname(name(&target))
        }
        other => RecordData::Other(wire(other)?),
    })
}

/// RDATA in wire form, names within uncompressed.
fn wire(data: &RData) -> Result<Vec<u8>, DnsFault> {
    let mut bytes = Vec::new();
    let mut encoder = BinEncoder::new(&mut bytes);
    encoder.set_name_encoding(NameEncoding::Uncompressed);
    data.emit(&mut encoder)
        .map_err(|fault| DnsFault::Broken(fault.to_string()))?;
    Ok(bytes)
}
