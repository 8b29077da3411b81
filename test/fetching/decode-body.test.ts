import { describe, expect, it } from 'vitest';
import { decodeBody } from '../../services/fetching/decode-body.ts';

const latin = Buffer.from('M\xe9dia', 'latin1');

describe('the text of a body', () => {
  it('is UTF-8 where nothing else is said', () => {
    expect(decodeBody(Buffer.from('Média'), 'text/html')).toBe('Média');
  });

  it('follows the content type', () => {
    expect(decodeBody(latin, 'text/html; charset=iso-8859-1')).toBe('Média');
    expect(decodeBody(latin, 'text/html; charset="ISO-8859-15"')).toBe('Média');
  });

  it('follows what the document says of itself', () => {
    const xml = Buffer.from(
      '<?xml version="1.0" encoding="windows-1252"?><a>M\xe9dia \x93x\x94</a>',
      'latin1',
    );
    expect(decodeBody(xml, 'text/xml')).toContain('Média “x”');
    expect(decodeBody(Buffer.from('<meta charset=latin1>M\xe9dia', 'latin1'), '')).toContain('Média');
  });

  it('follows a byte order mark before all else, and drops it', () => {
    expect(decodeBody(Buffer.from('\ufeffMédia'), 'text/xml; charset=iso-8859-1')).toBe('Média');
    expect(decodeBody(Buffer.from('\ufeffMédia', 'utf16le'), 'text/xml')).toBe('Média');
  });

  it('takes what is wrongly called UTF-8 for Windows-1252', () => {
    expect(decodeBody(latin, 'text/html; charset=utf-8')).toBe('Média');
  });

  it('does not fail at a charset that there is not', () => {
    expect(decodeBody(Buffer.from('Média'), 'text/html; charset=klingon')).toBe('Média');
    expect(decodeBody(Buffer.alloc(0), '')).toBe('');
  });
});
