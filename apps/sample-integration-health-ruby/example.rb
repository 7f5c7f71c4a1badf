# frozen_string_literal: true

require "date"
require "json"
require "net/http"

base_url = ENV.fetch("KOMBO_BASE_URL", "http://127.0.0.1:4747/v1")
headers = { "Authorization" => "Bearer #{ENV.fetch("KOMBO_API_KEY", "ks_dev_mock")}" }
answer = Net::HTTP.get(URI("#{base_url}/integrations/factorial:8d1hpPsbjxUkoCoa1veLZGe5"), headers)
data = JSON.parse(answer, symbolize_names: true).fetch(:data)
puts "#{data[:tool][:label]} is #{data[:status]}, connected on #{Date.parse(data[:created_at])}"
fields = data[:read_models].flat_map { |model| model[:fields] }.reject { |field| field[:is_available] }
puts "Unavailable fields: #{fields.map { |field| field[:id] }.join(", ")}"
