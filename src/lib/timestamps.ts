/**
 * Time stamps of authorities (RFC 3161): what is asked, and whether the answer is what it should be. Checked are the
 * status, what was stamped, the nonce, the token's own digest and signature, that its certificate is for time stamps, was
 * valid then and is the one the token names, and its chain where certificates to trust are given. Not checked: whether a
 * certificate has been revoked. Knows no network.
 */
import { createHash, verify, X509Certificate } from "node:crypto";
import { type Attribute, id_signedData, SignedData, type SignerInfo } from "@peculiar/asn1-cms";
import { AsnConvert, AsnParser, OctetString } from "@peculiar/asn1-schema";
import { id_ct_tstInfo, MessageImprint, TimeStampReq, TimeStampResp, TSTInfo } from "@peculiar/asn1-tsp";
import { AlgorithmIdentifier, type Certificate, ExtendedKeyUsage, id_ce_extKeyUsage } from "@peculiar/asn1-x509";

/** A service that says when something was there. */
export type Authority = {
  readonly url: string;
  /** PEM: what its certificates have to lead to; without it anybody's token is taken. */
  readonly trusted: readonly string[];
};

const SHA256 = "2.16.840.1.101.3.4.2.1";
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const CONTENT_TYPE = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
// ESSCertID and ESSCertIDv2: the token names its signer's certificate, so that no other can be put in its place.
const SIGNING_CERTIFICATES = ["1.2.840.113549.1.9.16.2.12", "1.2.840.113549.1.9.16.2.47"];

const DIGESTS: Readonly<Record<string, string>> = {
  [SHA256]: "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

/** By how it is signed: the digest its name says; the signer's own where it says none. PSS is not known here. */
const SIGNATURES: Readonly<Record<string, string | undefined>> = {
  "1.2.840.113549.1.1.1": undefined,
  "1.2.840.113549.1.1.11": "sha256",
  "1.2.840.113549.1.1.12": "sha384",
  "1.2.840.113549.1.1.13": "sha512",
  "1.2.840.10045.4.3.2": "sha256",
  "1.2.840.10045.4.3.3": "sha384",
  "1.2.840.10045.4.3.4": "sha512",
};

/** Asks for a stamp on these words and for the certificate that signs it. */
export function timestampRequest(words: string, nonce: Uint8Array): Uint8Array<ArrayBuffer> {
  const hashedMessage = new OctetString(createHash("sha256").update(words).digest());
  const request = new TimeStampReq({
    messageImprint: new MessageImprint({ hashAlgorithm: algorithm(SHA256), hashedMessage }),
    nonce: integer(nonce),
    certReq: true,
  });
  return new Uint8Array(AsnConvert.serialize(request));
}

function algorithm(id: string): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithm: id, parameters: null });
}

/** As DER writes a number above nought: no zero more than its sign needs. */
function integer(bytes: Uint8Array): ArrayBuffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const bare = first < 0 ? Uint8Array.of(0) : bytes.subarray(first);
  return new Uint8Array((bare[0] ?? 0) > 127 ? [0, ...bare] : bare).buffer;
}

type Check = {
  readonly words: string;
  /** What was asked with; nothing where that is not known any more. */
  readonly nonce?: Uint8Array | undefined;
  readonly trusted: readonly string[];
};

export type Stamped = {
  readonly at: Date;
  /** The name in the certificate. */
  readonly by: string;
  /** Whether its certificates lead to one that is trusted; nothing where none was given. */
  readonly isTrusted: boolean | undefined;
};

/** Whether an answer stamps these words; else why it does not, in a sentence. */
export function checkedTimestamp(answer: Uint8Array, check: Check): { stamped: Stamped } | { refusal: string } {
  try {
    return { stamped: stampedBy(answer, check) };
  } catch (cause) {
    if (cause instanceof BadStamp) return { refusal: cause.message };
    return { refusal: "the answer is no time stamp" }; // whatever a parser of strange bytes stumbles over
  }
}

class BadStamp extends Error {}

function stampedBy(answer: Uint8Array, { words, nonce, trusted }: Check): Stamped {
  const { status, timeStampToken: token } = AsnParser.parse(answer, TimeStampResp);
  if (status.status > 1 || !token) {
    const why = status.statusString ? `: ${[...status.statusString].join(" ")}` : "";
    throw new BadStamp(`the authority refused (status ${status.status})${why}`);
  }
  if (token.contentType !== id_signedData) throw new BadStamp("the token is not signed");
  const signed = AsnParser.parse(token.content, SignedData);
  const { eContentType, eContent } = signed.encapContentInfo;
  if (eContentType !== id_ct_tstInfo || !eContent?.single) throw new BadStamp("what is signed is no time stamp");
  const content = Buffer.from(eContent.single.buffer);
  const info = AsnParser.parse(content, TSTInfo);
  checkImprint(info, words);
  if (nonce && !(info.nonce && Buffer.from(info.nonce).equals(Buffer.from(integer(nonce)))))
    throw new BadStamp("it answers another question: the nonce is not ours");
  const certificates = (signed.certificates ?? []).flatMap(({ certificate }) => certificate ?? []);
  const [signer, ...others] = [...signed.signerInfos];
  if (!signer || others.length > 0) throw new BadStamp("a time stamp is signed by one");
  const own = certificateOf(signer, certificates);
  checkSignature(signer, content, own);
  checkCertificate(own, info.genTime);
  return {
    at: info.genTime,
    by: new X509Certificate(der(own)).subject.replaceAll("\n", ", "),
    isTrusted: trusted.length === 0 ? undefined : leadsTo(own, certificates, trusted, info.genTime),
  };
}

function checkImprint({ messageImprint: { hashAlgorithm, hashedMessage } }: TSTInfo, words: string): void {
  const digest = createHash("sha256").update(words).digest();
  if (hashAlgorithm.algorithm !== SHA256 || !digest.equals(Buffer.from(hashedMessage.buffer)))
    throw new BadStamp("it stamps something else");
}

function certificateOf({ sid }: SignerInfo, certificates: readonly Certificate[]): Certificate {
  const { issuerAndSerialNumber: named } = sid;
  const found =
    named &&
    certificates.find(
      ({ tbsCertificate: { issuer, serialNumber } }) =>
        isSame(serialNumber, named.serialNumber) &&
        isSame(AsnConvert.serialize(issuer), AsnConvert.serialize(named.issuer)),
    );
  if (!found) throw new BadStamp("the certificate it is signed with is not in it");
  return found;
}

function isSame(one: ArrayBuffer, other: ArrayBuffer): boolean {
  return Buffer.from(one).equals(Buffer.from(other));
}

function checkSignature(signer: SignerInfo, content: Buffer, certificate: Certificate): void {
  const digest = DIGESTS[signer.digestAlgorithm.algorithm];
  const kind = signer.signatureAlgorithm.algorithm;
  if (digest === undefined || !(kind in SIGNATURES))
    throw new BadStamp(`it is signed in a way that is not known here (${kind})`);
  const { signedAttrs = [] } = signer;
  const type = firstOf(signedAttrs, [CONTENT_TYPE]);
  const told = firstOf(signedAttrs, [MESSAGE_DIGEST]);
  if (!type || !told || !type.includes(TST_INFO_OID)) throw new BadStamp("it does not say what it signs");
  if (
    !createHash(digest)
      .update(content)
      .digest()
      .equals(Buffer.from(AsnParser.parse(told, OctetString).buffer))
  )
    throw new BadStamp("its words are not those that were signed");
  const named = firstOf(signedAttrs, SIGNING_CERTIFICATES);
  const bytes = der(certificate);
  if (
    !named ||
    !["sha256", "sha1", "sha384", "sha512"].some((of) => named.includes(createHash(of).update(bytes).digest()))
  )
    throw new BadStamp("it is not bound to the certificate that signs it");
  // RFC 5652 §5.4: signed as the set it is, not under the tag it stands under.
  const attributes = setOf(signedAttrs.map((one) => Buffer.from(AsnConvert.serialize(one))));
  const key = new X509Certificate(bytes).publicKey;
  if (!verify(SIGNATURES[kind] ?? digest, attributes, key, Buffer.from(signer.signature.buffer)))
    throw new BadStamp("its signature is wrong");
}

/** In the order they came in, which is that of DER or the signature is over something else. */
function setOf(members: readonly Buffer[]): Buffer {
  const inside = Buffer.concat(members);
  const length = inside.length.toString(16);
  const long = Buffer.from(length.padStart(length.length + (length.length % 2), "0"), "hex");
  const head = inside.length < LONG ? [SET, inside.length] : [SET, LONG + long.length, ...long];
  return Buffer.concat([Buffer.from(head), inside]);
}

const SET = 0x31;
const LONG = 0x80;
const TST_INFO_OID = Buffer.from("060b2a864886f70d0109100104", "hex");

function firstOf(attributes: readonly Attribute[], types: readonly string[]): Buffer | undefined {
  const [value] = attributes.find(({ attrType }) => types.includes(attrType))?.attrValues ?? [];
  return value && Buffer.from(value);
}

function checkCertificate({ tbsCertificate: { extensions, validity } }: Certificate, at: Date): void {
  const usage = extensions?.find(({ extnID }) => extnID === id_ce_extKeyUsage);
  if (!usage?.critical || ![...AsnParser.parse(usage.extnValue.buffer, ExtendedKeyUsage)].includes(TIME_STAMPING))
    throw new BadStamp("its certificate is not for time stamps");
  if (at < validity.notBefore.getTime() || at > validity.notAfter.getTime())
    throw new BadStamp("its certificate was not valid then");
}

function der(certificate: Certificate): Buffer {
  return Buffer.from(AsnConvert.serialize(certificate));
}

// A chain is three certificates long; a ring of them has no end.
const LONGEST_CHAIN = 8;

/** Whether the certificate is trusted, or issued by one that is or leads there. */
function leadsTo(
  own: Certificate,
  certificates: readonly Certificate[],
  trusted: readonly string[],
  at: Date,
): boolean {
  const roots = trusted.flatMap((pem) => pem.match(PEM) ?? []).map((pem) => new X509Certificate(pem));
  const between = certificates.map((one) => new X509Certificate(der(one)));
  let one = new X509Certificate(der(own));
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const { fingerprint256 } = one;
    if (roots.some((root) => root.fingerprint256 === fingerprint256)) return true;
    const issued = (by: X509Certificate) => by.ca && isValid(by, at) && one.checkIssued(by) && one.verify(by.publicKey);
    if (roots.some(issued)) return true;
    const next = between.find((other) => other.fingerprint256 !== fingerprint256 && issued(other));
    if (!next) return false;
    one = next;
  }
  return false;
}

function isValid({ validFrom, validTo }: X509Certificate, at: Date): boolean {
  return at.getTime() >= Date.parse(validFrom) && at.getTime() <= Date.parse(validTo);
}

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
